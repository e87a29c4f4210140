package ru.cur.directory;

public record Responsible(Organisation organisation, String explanation) {}
