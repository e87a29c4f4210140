package ru.cur.directory;

public record Category(String code, String name, String priority, String firstAnswerTerm) {}
