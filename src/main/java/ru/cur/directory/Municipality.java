package ru.cur.directory;

/**
 * A municipality of the krai.
 *
 * @param code three Latin letters
 * @param name the official one
 */
public record Municipality(String code, String name) {}
