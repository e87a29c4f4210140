package ru.cur.platform;

/** A form was filled in so that the work can't go on; the message is one Russian sentence for the person, nothing has changed. */
public final class FormRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FormRefusal(String message) {
        super(message);
    }
}
