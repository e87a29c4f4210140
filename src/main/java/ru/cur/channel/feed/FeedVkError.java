package ru.cur.channel.feed;

/** An error as VKontakte numbers it. */
final class FeedVkError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    FeedVkError(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
