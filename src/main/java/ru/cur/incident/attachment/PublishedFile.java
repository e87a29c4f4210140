package ru.cur.incident.attachment;

import java.util.function.Supplier;

/**
 * A file as it may leave the house: without position, author, or the name that somebody gave it.
 *
 * @param name neutral, for instance {@code photo-17.jpg}
 * @param content the bytes, read when they are asked for
 */
public record PublishedFile(long id, String name, String mediaType, Supplier<byte[]> content) {}
