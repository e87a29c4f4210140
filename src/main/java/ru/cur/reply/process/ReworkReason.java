package ru.cur.reply.process;

/** Why a draft is sent back. */
enum ReworkReason {
    INCOMPLETE("ответ неполный"),
    NO_EVIDENCE("нет подтверждения работ"),
    TONE("стиль и тон"),
    PERSONAL_DATA("личные данные в тексте"),
    NO_DATE("нет даты");

    private final String title;

    ReworkReason(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
