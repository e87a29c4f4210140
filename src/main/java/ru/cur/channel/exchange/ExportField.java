package ru.cur.channel.exchange;

/** What of a case can stand in a file that goes out. */
public enum ExportField {
    NUMBER("Номер в той системе", 22),
    INCIDENT("Номер нашего инцидента", 18),
    STATUS("Статус для заявителя", 26),
    ANSWER("Текст ответа", 80),
    ANSWERED_AT("Дата ответа", 17),
    PROMISED_ON("Обещанная дата", 14),
    BODY("Ответственный орган", 45);

    private final String title;
    private final int width;

    ExportField(String title, int width) {
        this.title = title;
        this.width = width;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Of the column, in characters. */
    int width() {
        return width;
    }

    /** Whether a file without it is of no use. */
    public boolean isRequired() {
        return this == NUMBER;
    }
}
