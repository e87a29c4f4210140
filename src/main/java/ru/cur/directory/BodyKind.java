package ru.cur.directory;

public enum BodyKind {
    MUNICIPALITY,
    CUR
}
