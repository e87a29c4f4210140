package ru.cur.sla.calendar;

import java.time.LocalDate;

/**
 * Working hours as a person enters them, for instance {@code 09:00-13:00, 14:00-18:00}.
 *
 * @param organisationId null for the region's
 * @param from the first day on which they hold
 * @param friday blank for a Friday like the other working days
 * @param dayOff blank when nobody works on days off
 * @param note may be blank
 */
public record NewHours(
        String organisationId,
        LocalDate from,
        String workDay,
        String friday,
        String shortDay,
        String dayOff,
        String note) {}
