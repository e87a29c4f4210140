package ru.cur.channel.instagram;

/** Instagram has answered with an error that will not go away by trying again. */
final class InstagramRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final int subcode;

    /** @param code of the network; 0 when it gave none @param subcode 0 for none @param said in its words */
    InstagramRefusal(int code, int subcode, String said) {
        super(subcode == 0 ? "%d: %s".formatted(code, said) : "%d/%d: %s".formatted(code, subcode, said));
        this.code = code;
        this.subcode = subcode;
    }

    int code() {
        return code;
    }

    /** What is asked for does not exist, or not any more. */
    boolean isOfMissingThing() {
        return code == 100 && subcode == 33;
    }

    /** More than 7 days after the comment, or the person takes none. */
    boolean isOfClosedMessages() {
        return (code == 10 && subcode == 2534022) || code == 551;
    }

    /** The token is wrong, expired or taken back. */
    boolean isOfToken() {
        return code == 190 || code == 102;
    }
}
