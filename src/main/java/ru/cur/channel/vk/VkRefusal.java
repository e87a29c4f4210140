package ru.cur.channel.vk;

/** VKontakte has answered with an error that will not go away by trying again. */
final class VkRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** @param said in English, by VKontakte */
    VkRefusal(int code, String said) {
        super("%d: %s".formatted(code, said));
        this.code = code;
    }

    int code() {
        return code;
    }
}
