package ru.cur.directory;

public record Organisation(String id, String name, String shortName) {}
