package ru.cur.incident;

/** Which rules hold for a message: they differ in terms and in what must be answered. */
public enum LegalRegime {
    /** A comment, a post or a call: not an appeal in the sense of the law, terms by the region's own norms. */
    SOCIAL_MESSAGE("сообщение в социальной сети"),
    /** A message of the state feedback platform (Government Decree 2334 of 27.12.2023). */
    POS_MESSAGE("сообщение платформы обратной связи"),
    /** An appeal under Federal Law 59-FZ. */
    APPEAL_59FZ("обращение по 59-ФЗ");

    private final String title;

    LegalRegime(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
