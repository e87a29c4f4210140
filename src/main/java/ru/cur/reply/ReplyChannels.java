package ru.cur.reply;

/** What the checks of an answer ask about channels; the module of the channels knows. */
public interface ReplyChannels {

    /** What people read. */
    String title(String channel);

    /** Whether everybody can read an answer there. */
    boolean isPublic(String channel);
}
