package ru.cur.reply;

import java.io.InputStream;
import java.util.function.Supplier;

/** A file that goes out with an answer. @param content opened by the publisher, once per attempt, and closed by it */
public record ReplyFile(String name, String mediaType, Supplier<InputStream> content) {}
