package ru.cur.channel;

import java.util.Arrays;
import java.util.Optional;
import ru.cur.incident.LegalRegime;

/** Where a message can come from. The code is what programs say; rules of the regime follow from it. */
public enum Channel {
    VK("vk", "ВКонтакте"),
    OK("ok", "Одноклассники"),
    MAX("max", "MAX"),
    TELEGRAM("telegram", "Telegram"),
    INSTAGRAM("instagram", "Instagram"),
    POS("pos", "Госуслуги. Решаем вместе"),
    APP("app", "Сделай Приморье Лучше"),
    PHONE("phone", "Телефон"),
    COUNTER("counter", "Личный приём");

    private final String code;
    private final String title;

    Channel(String code, String title) {
        this.code = code;
        this.title = title;
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

    /** A message of the state platform has its own terms in law; all others are none of the law's appeals. */
    public LegalRegime regime() {
        return this == POS ? LegalRegime.POS_MESSAGE : LegalRegime.SOCIAL_MESSAGE;
    }
}
