package ru.cur.sla;

/** In what a term is counted. */
public enum TermUnit {
    WORKING_MINUTES("рабочая минута", "рабочие минуты", "рабочих минут"),
    WORKING_HOURS("рабочий час", "рабочих часа", "рабочих часов"),
    WORKING_DAYS("рабочий день", "рабочих дня", "рабочих дней"),
    CALENDAR_MINUTES("минута", "минуты", "минут"),
    CALENDAR_HOURS("час", "часа", "часов"),
    CALENDAR_DAYS("день", "дня", "дней");

    private final String one;
    private final String few;
    private final String many;

    TermUnit(String one, String few, String many) {
        this.one = one;
        this.few = few;
        this.many = many;
    }

    /** The unit in the form that Russian asks for after the number: 1 час, 2 часа, 5 часов, 11 часов, 21 час. */
    String after(int amount) {
        int tens = amount % 100;
        int ones = amount % 10;
        if (tens >= 11 && tens <= 14) {
            return many;
        }
        if (ones == 1) {
            return one;
        }
        return ones >= 2 && ones <= 4 ? few : many;
    }
}
