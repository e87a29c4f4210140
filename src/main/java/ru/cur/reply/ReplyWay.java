package ru.cur.reply;

/** How an answer gets to the author of a message. */
public enum ReplyWay {
    REPLY("ответ под сообщением", true),
    PRIVATE_MESSAGE("личное сообщение", true),
    OTHER_CHANNEL("другой канал автора", true),
    BY_HAND("опубликовано вручную", false),
    BY_PHONE("передано по телефону", false);

    private final String title;
    private final boolean automatic;

    ReplyWay(String title, boolean automatic) {
        this.title = title;
        this.automatic = automatic;
    }

    public String title() {
        return title;
    }

    /** Whether a program goes it. */
    public boolean isAutomatic() {
        return automatic;
    }
}
