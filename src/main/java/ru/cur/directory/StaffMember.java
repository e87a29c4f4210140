package ru.cur.directory;

public record StaffMember(String userId, String organisationId, String fullName, String position) {}
