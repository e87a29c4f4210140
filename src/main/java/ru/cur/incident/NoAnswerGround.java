package ru.cur.incident;

/** Why an appeal may be left without an answer: the parts of article 11 of Federal Law 59-FZ. */
public enum NoAnswerGround {
    NO_NAME_OR_ADDRESS("часть 1", "нет фамилии или адреса для ответа", false),
    COURT_DECISION("часть 2", "обжалуется судебное решение", true),
    OFFENSIVE("часть 3", "нецензурные или оскорбительные выражения, угрозы", true),
    UNREADABLE("часть 4", "текст не поддаётся прочтению", true),
    NO_SUBSTANCE("часть 4.1", "из текста нельзя понять, о чём обращение", true),
    REPEATED("часть 5", "на этот вопрос уже отвечали не раз, новых доводов нет", true),
    PUBLISHED_ANSWER("часть 5.1", "ответ на этот вопрос опубликован", true),
    STATE_SECRET("часть 6", "ответ раскрыл бы охраняемую законом тайну", true);

    private final String part;
    private final String title;
    private final boolean noticeRequired;

    NoAnswerGround(String part, String title, boolean noticeRequired) {
        this.part = part;
        this.title = title;
        this.noticeRequired = noticeRequired;
    }

    /** What people read, in Russian, with the part of the article. */
    public String title() {
        return "статья 11, %s 59-ФЗ: %s".formatted(part, title);
    }

    /** Whether the law wants the author to be told; somebody without an address can't be. */
    public boolean isNoticeRequired() {
        return noticeRequired;
    }
}
