package ru.cur.channel.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What of a message can stand in a file that comes in. */
public enum ImportField {
    NUMBER("Номер в той системе", "По нему программа узнаёт сообщение, загруженное раньше"),
    KIND("Вид: сообщение или обращение", "От вида зависят сроки: без него строка не принимается"),
    NETWORK("Сеть", "Где написано сообщение и где на него отвечать"),
    NETWORK_ID(
            "Идентификатор записи в сети",
            "По нему программа публикует ответ и узнаёт сообщение, принятое из самой сети"),
    TEXT("Текст", ""),
    AUTHOR_NAME("Автор", ""),
    AUTHOR_CONTACT("Телефон или почта автора", ""),
    WRITTEN_AT("Когда написано", ""),
    ADDRESS("Адрес", ""),
    MUNICIPALITY("Муниципалитет", "Название, код или ОКТМО из справочника"),
    LAT("Широта", ""),
    LON("Долгота", ""),
    PERMALINK("Ссылка на сообщение", ""),
    MEDIA("Ссылки на вложения", "Несколько ссылок – с новой строки или через пробел");

    private static final Set<ImportField> OF_POS_ONLY = Set.of(KIND);
    private static final Set<ImportField> OF_IM_ONLY = Set.of(NETWORK, NETWORK_ID);
    private static final Set<ImportField> REQUIRED = Set.of(NUMBER, KIND, NETWORK, TEXT);

    private final String title;
    private final String hint;

    ImportField(String title, String hint) {
        this.title = title;
        this.hint = hint;
    }

    static List<ImportField> of(ExchangeSource source) {
        Set<ImportField> foreign = source == ExchangeSource.POS ? OF_IM_ONLY : OF_POS_ONLY;
        return Arrays.stream(values()).filter(field -> !foreign.contains(field)).toList();
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** What it is good for; empty when that is plain. */
    public String hint() {
        return hint;
    }

    /** Whether a row without it can't be registered. */
    public boolean isRequired() {
        return REQUIRED.contains(this);
    }
}
