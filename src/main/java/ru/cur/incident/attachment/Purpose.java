package ru.cur.incident.attachment;

/** What a file shows or says. */
public enum Purpose {
    PHOTO_BEFORE("Фото до работ"),
    PHOTO_AFTER("Фото после работ"),
    EVIDENCE("Подтверждение работ"),
    DOCUMENT("Документ"),
    SCREENSHOT("Снимок публикации"),
    FROM_AUTHOR("Приложено автором");

    private final String title;

    Purpose(String title) {
        this.title = title;
    }

    /** Name for people. */
    public String title() {
        return title;
    }
}
