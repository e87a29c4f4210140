package ru.cur.platform;

/** A running instance must stay on its version of the diagram; the message says why, as the end of a Russian sentence. */
public class MoveRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MoveRefusal(String reason) {
        super(reason);
    }
}
