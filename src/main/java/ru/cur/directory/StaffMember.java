package ru.cur.directory;

/**
 * A person who works in the system.
 *
 * @param userId login
 * @param organisationId where he works
 * @param position Russian title of his post
 * @param email where mail reaches him; null when it is not known here
 */
public record StaffMember(String userId, String organisationId, String fullName, String position, String email) {

    /** A person without an address. */
    public StaffMember(String userId, String organisationId, String fullName, String position) {
        this(userId, organisationId, fullName, position, null);
    }
}
