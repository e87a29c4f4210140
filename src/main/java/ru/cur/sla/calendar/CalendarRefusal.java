package ru.cur.sla.calendar;

/** A change of working time that makes no sense; the message is Russian and for people, nothing has changed. */
public final class CalendarRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CalendarRefusal(String message) {
        super(message);
    }

    public CalendarRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
