package ru.cur.channel.citizen;

/** A citizen asked for what is not possible; the message is one Russian sentence for him, nothing has changed. */
final class CitizenRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean tooOften;

    private CitizenRefusal(String field, boolean tooOften, String message) {
        super(message);
        this.field = field;
        this.tooOften = tooOften;
    }

    static CitizenRefusal photo(String message) {
        return new CitizenRefusal("photos", false, message);
    }

    static CitizenRefusal tooOften(String message) {
        return new CitizenRefusal("limit", true, message);
    }

    /** Of the form. */
    String field() {
        return field;
    }

    boolean isTooOften() {
        return tooOften;
    }
}
