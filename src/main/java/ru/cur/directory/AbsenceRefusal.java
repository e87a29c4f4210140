package ru.cur.directory;

/** Why an absence can't be written down, in Russian, for the person who has entered it. */
public final class AbsenceRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbsenceRefusal(String reason) {
        super(reason);
    }
}
