package ru.cur.channel.open311;

/** What is wrong with a request. @param code of HTTP @param description for people, in Russian */
record GeoError(int code, String description) {
    static final int BAD = 400;
    static final int FORBIDDEN = 403;
    static final int UNKNOWN = 404;
    static final int TOO_MANY = 429;
}
