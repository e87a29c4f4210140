package ru.cur.directory;

/** From now on a person is not at work: an absence that covers this day has just been written down. */
public record AbsenceBegan(String userId) {}
