package ru.cur.incident;

/** A person asked for what the case does not allow; the message is one Russian sentence for him, nothing has changed. */
public final class CaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseRefusal(String message) {
        super(message);
    }
}
