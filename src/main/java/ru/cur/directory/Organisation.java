package ru.cur.directory;

/**
 * A body that cases are sent to.
 *
 * @param id also its group and its tenant in the engine: letters and digits only
 */
public record Organisation(String id, String name, String shortName) {}
