package ru.cur.platform.security;

/**
 * Somebody opened what only some may see, and rightly so.
 *
 * @param actor login
 * @param what in words of the program: which record, never what is in it
 * @param address where the request came from
 */
public record PersonalDataOpened(String actor, String what, String address) {}
