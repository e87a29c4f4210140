package ru.cur.directory;

/**
 * A person who works in the system.
 *
 * @param userId login
 * @param organisationId where he works
 * @param position Russian title of his post
 */
public record StaffMember(String userId, String organisationId, String fullName, String position) {}
