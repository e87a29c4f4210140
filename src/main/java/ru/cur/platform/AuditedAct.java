package ru.cur.platform;

/**
 * Somebody has done what may be asked about later.
 *
 * @param actor login
 * @param kind what, in capitals
 * @param details on what, without words of authors
 */
public record AuditedAct(String actor, String kind, String details) {}
