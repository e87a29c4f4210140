package ru.cur.channel;

import java.util.Arrays;
import java.util.Optional;
import ru.cur.incident.LegalRegime;

/** Where a message can come from. The code is what programs say; rules of the regime follow from it. */
public enum Channel {
    VK("vk", "ВКонтакте", true),
    OK("ok", "Одноклассники", true),
    MAX("max", "MAX", true),
    TELEGRAM("telegram", "Telegram", true),
    INSTAGRAM("instagram", "Instagram", true),
    POS("pos", "Госуслуги. Решаем вместе", false),
    APP("app", "Сделай Приморье Лучше", true),
    EMAIL("email", "Электронная почта", false),
    PHONE("phone", "Телефон", false),
    COUNTER("counter", "Личный приём", false),
    PAPER("paper", "Письмо на бумаге", false);

    private final String code;
    private final String title;
    private final boolean everybodyReads;

    Channel(String code, String title, boolean everybodyReads) {
        this.code = code;
        this.title = title;
        this.everybodyReads = everybodyReads;
    }

    public static Optional<Channel> of(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Whether an answer there is read by others than the author. */
    public boolean isPublic() {
        return everybodyReads;
    }

    /** Whether people alone bring its messages in and its answers out. */
    public boolean isByHand() {
        return this == PHONE || this == COUNTER || this == PAPER;
    }

    /** A message of the state platform has its own terms in law; all others are none of the law's appeals. */
    public LegalRegime regime() {
        return this == POS ? LegalRegime.POS_MESSAGE : LegalRegime.SOCIAL_MESSAGE;
    }
}
