package ru.cur.sla;

/** In what a term is counted. */
public enum TermUnit {
    WORKING_MINUTES("рабочая минута", "рабочие минуты", "рабочих минут", 1),
    WORKING_HOURS("рабочий час", "рабочих часа", "рабочих часов", 60),
    WORKING_DAYS("рабочий день", "рабочих дня", "рабочих дней", 24 * 60),
    CALENDAR_MINUTES("минута", "минуты", "минут", 1),
    CALENDAR_HOURS("час", "часа", "часов", 60),
    CALENDAR_DAYS("день", "дня", "дней", 24 * 60);

    private final String one;
    private final String few;
    private final String many;
    private final int minutes;

    TermUnit(String one, String few, String many, int minutes) {
        this.one = one;
        this.few = few;
        this.many = many;
        this.minutes = minutes;
    }

    /** Whether only working time counts; otherwise the term runs day and night. */
    public boolean isWorking() {
        return this == WORKING_MINUTES || this == WORKING_HOURS || this == WORKING_DAYS;
    }

    /** The shortest time, in minutes, that passes during one unit. */
    int minutes() {
        return minutes;
    }

    /** The unit in the form that Russian asks for after the number: 1 час, 2 часа, 5 часов, 11 часов, 21 час. */
    String after(int amount) {
        return RussianNumbers.agree(amount, one, few, many);
    }
}
