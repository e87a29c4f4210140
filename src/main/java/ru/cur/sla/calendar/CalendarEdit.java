package ru.cur.sla.calendar;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.Map;
import ru.cur.sla.RussianDates;
import ru.cur.sla.calendar.ProductionCalendar.Day;

/** What an administrator wants to change of working time; drafts keep it as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CalendarEdit.Year.class, name = "year"),
    @JsonSubTypes.Type(value = CalendarEdit.Decree.class, name = "decree"),
    @JsonSubTypes.Type(value = CalendarEdit.NoDecree.class, name = "noDecree"),
    @JsonSubTypes.Type(value = CalendarEdit.Hours.class, name = "hours"),
    @JsonSubTypes.Type(value = CalendarEdit.NoHours.class, name = "noHours"),
    @JsonSubTypes.Type(value = CalendarEdit.Zone.class, name = "zone")
})
sealed interface CalendarEdit {

    /** For people, in Russian. */
    String title();

    /** @throws CalendarRefusal when the tables as they are leave no room for it */
    void write(CalendarWriter writer);

    /** A published year as a whole: it is final then. What is decreed for single days stays. */
    record Year(int year, Map<LocalDate, Day> days) implements CalendarEdit {
        @Override
        public String title() {
            return "Производственный календарь на %d год".formatted(year);
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.publish(year, days);
        }
    }

    /** A single day by decree. */
    record Decree(LocalDate day, DayKind kind, String note) implements CalendarEdit {
        @Override
        public String title() {
            return "%s – %s день: %s".formatted(RussianDates.day(day), kind.title(), note);
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.decree(day, kind, note);
        }
    }

    /** The day is again what the published calendar says. */
    record NoDecree(LocalDate day) implements CalendarEdit {
        @Override
        public String title() {
            return "%s – как в производственном календаре".formatted(RussianDates.day(day));
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.removeDecree(day);
        }
    }

    /** Working hours from a day on. @param organisationId null for the region's @param name of the organisation */
    record Hours(
            String organisationId,
            String name,
            LocalDate from,
            String workDay,
            String friday,
            String shortDay,
            String dayOff,
            String note)
            implements CalendarEdit {
        @Override
        public String title() {
            return "%s: рабочие часы с %s".formatted(name, RussianDates.day(from));
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.addHours(this);
        }
    }

    /** Hours that were to hold from a day on are given up. */
    record NoHours(String organisationId, String name, LocalDate from) implements CalendarEdit {
        @Override
        public String title() {
            return "%s: отмена рабочих часов с %s".formatted(name, RussianDates.day(from));
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.removeHours(organisationId, from);
        }
    }

    /** The zone in which an organisation's hours are meant. @param zone null for the region's */
    record Zone(String organisationId, String name, String zone) implements CalendarEdit {
        @Override
        public String title() {
            return "%s: часовой пояс %s".formatted(name, zone == null ? "региона" : zone);
        }

        @Override
        public void write(CalendarWriter writer) {
            writer.setZone(organisationId, zone);
        }
    }
}
