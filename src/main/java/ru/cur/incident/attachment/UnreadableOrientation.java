package ru.cur.incident.attachment;

/** The block of metadata that says how the picture stands is damaged: a copy without it might lie on its side. */
final class UnreadableOrientation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableOrientation(String what) {
        super(what);
    }
}
