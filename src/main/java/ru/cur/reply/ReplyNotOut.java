package ru.cur.reply;

/** The network failed before it had anything of the answer: it is tried again without looking for what may be out already. */
public final class ReplyNotOut extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed @param cause may be null */
    public ReplyNotOut(String message, Throwable cause) {
        super(message, cause);
    }
}
