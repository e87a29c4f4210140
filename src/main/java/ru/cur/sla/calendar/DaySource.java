package ru.cur.sla.calendar;

/** Where it is known from what a day is. */
public enum DaySource {
    PUBLISHED("из поставки программы"),
    IMPORTED("из загруженного календаря"),
    DECREED("отдельное решение"),
    /** From the plain week and the holidays of the Labour Code. */
    COMPUTED("вычислено");

    private final String title;

    DaySource(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
