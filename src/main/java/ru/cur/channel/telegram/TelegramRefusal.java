package ru.cur.channel.telegram;

/** Telegram has understood a call and refuses it. */
final class TelegramRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** @param description in Telegram's words */
    TelegramRefusal(int code, String description) {
        super(description);
        this.code = code;
    }

    /** For people: {@code 400 Bad Request: chat not found}. */
    String said() {
        return code + " " + getMessage();
    }
}
