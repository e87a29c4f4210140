package ru.cur.channel.max;

/** MAX has answered with an error that will not go away by trying again at once. */
final class MaxRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /** @param status of HTTP @param code of MAX; empty when it gave none @param said in words of MAX */
    MaxRefusal(int status, String code, String said) {
        super("%d %s: %s".formatted(status, code, said));
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The token is wrong or was taken back: nothing works until a person has entered another one. */
    boolean isOfToken() {
        return status == 401;
    }

    /** The picture that was uploaded a moment ago is still being worked on. */
    boolean isTooEarly() {
        return code.equals("attachment.not.ready");
    }
}
