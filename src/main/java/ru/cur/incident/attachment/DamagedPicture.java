package ru.cur.incident.attachment;

/** What begins like a picture and does not go on like one. */
final class DamagedPicture extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedPicture(String what) {
        super(what);
    }

    DamagedPicture(RuntimeException cause) {
        super(cause);
    }
}
