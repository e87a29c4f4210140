package ru.cur.channel.ok;

/** Odnoklassniki have answered with an error that will not go away by trying again. */
final class OkRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** @param code of Odnoklassniki; 0 when they gave none @param said in their words */
    OkRefusal(int code, String said) {
        super("%d: %s".formatted(code, said));
        this.code = code;
    }

    int code() {
        return code;
    }
}
