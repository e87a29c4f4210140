package ru.cur.reply;

/** An answer, or a template of one, can't be taken; the message is one Russian sentence for its author, nothing has changed. */
public final class AnswerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerRefusal(String message) {
        super(message);
    }
}
