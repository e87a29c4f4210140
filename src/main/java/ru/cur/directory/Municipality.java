package ru.cur.directory;

public record Municipality(String code, String name) {}
