package ru.cur.channel.exchange;

import java.util.Arrays;
import java.util.Optional;

/** A system with which files are exchanged. */
public enum ExchangeSource {
    POS("pos", "Госуслуги. Решаем вместе"),
    IM("im", "Инцидент-менеджмент");

    private final String code;
    private final String title;

    ExchangeSource(String code, String title) {
        this.code = code;
        this.title = title;
    }

    static Optional<ExchangeSource> of(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code.equals(code))
                .findFirst();
    }

    /** In addresses and tables. */
    public String code() {
        return code;
    }

    /** What people read. */
    public String title() {
        return title;
    }
}
