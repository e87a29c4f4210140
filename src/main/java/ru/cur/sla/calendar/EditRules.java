package ru.cur.sla.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** What an administrator may enter. */
final class EditRules {

    private EditRules() {}

    static void mustBeInReach(int year) {
        if (year < WorkingCalendar.FIRST_YEAR || year > WorkingCalendar.LAST_YEAR) {
            throw new CalendarRefusal(
                    "Год должен быть от %d до %d.".formatted(WorkingCalendar.FIRST_YEAR, WorkingCalendar.LAST_YEAR));
        }
    }

    static CalendarEdit.Decree decree(LocalDate day, DayKind kind, String note) {
        mustBeInReach(day.getYear());
        String why = note.strip();
        if (why.isEmpty()) {
            throw new CalendarRefusal("Напишите основание: каким решением изменён день.");
        }
        mustBeShort(why);
        return new CalendarEdit.Decree(day, kind, why);
    }

    static CalendarEdit.Hours hours(NewHours hours, String name) {
        mustBeInReach(hours.from().getYear());
        mustBeShort(hours.note());
        try {
            WorkingHours parsed = WorkingHours.parse(hours.workDay(), hours.friday(), hours.shortDay(), hours.dayOff());
            if (parsed.workDay().isEmpty()) {
                throw new CalendarRefusal(
                        "У организации «%s» нет рабочих часов: заполните рабочий день.".formatted(name));
            }
            if (parsed.shortDay().isEmpty()) {
                throw new CalendarRefusal("%s: заполните часы сокращённого дня.".formatted(name));
            }
        } catch (IllegalArgumentException e) {
            throw new CalendarRefusal("%s: %s.".formatted(name, e.getMessage()), e);
        }
        return new CalendarEdit.Hours(
                hours.organisationId(),
                name,
                hours.from(),
                hours.workDay().strip(),
                hours.friday().strip(),
                hours.shortDay().strip(),
                hours.dayOff().strip(),
                hours.note().strip());
    }

    static CalendarEdit.Zone zone(String organisationId, String name, String zone) {
        if (organisationId == null) {
            throw new CalendarRefusal("Часовой пояс региона задаёт настройка CUR_TIME_ZONE.");
        }
        if (!zone.isBlank() && !ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            throw new CalendarRefusal(
                    "Часовой пояс «%s» неизвестен. Пишите так: Asia/Vladivostok.".formatted(zone.strip()));
        }
        return new CalendarEdit.Zone(organisationId, name, zone.isBlank() ? null : zone.strip());
    }

    private static void mustBeShort(String text) {
        if (text.length() > CalendarXml.LONGEST_NOTE || text.indexOf('\0') >= 0) {
            throw new CalendarRefusal(
                    "Пояснение длиннее %d знаков или в нём недопустимый знак.".formatted(CalendarXml.LONGEST_NOTE));
        }
    }
}
