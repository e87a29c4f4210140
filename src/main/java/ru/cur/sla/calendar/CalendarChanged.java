package ru.cur.sla.calendar;

/**
 * Working time is another one from now on.
 *
 * @param version of the calendars that hold now
 * @param what has changed, in Russian
 * @param actor login of the person who confirmed it
 */
public record CalendarChanged(long version, String what, String actor) {}
