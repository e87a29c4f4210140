package ru.cur.directory;

/**
 * Who must act.
 *
 * @param explanation why, one Russian sentence without a full stop
 */
public record Responsible(Organisation organisation, String explanation) {}
