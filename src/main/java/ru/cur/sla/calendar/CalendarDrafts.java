package ru.cur.sla.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.cur.platform.database.OneAtATime;
import ru.cur.sla.RussianDates;

/**
 * Changes of working time, in two steps: a draft shows what would follow from it, confirming lets it hold. The preview is the
 * change itself, rolled back. Everything here refuses with a {@link CalendarRefusal}, or with
 * {@link UnknownDraft} when the draft is none.
 */
@Service
public class CalendarDrafts {
    private final CalendarStore store;
    private final CalendarWriter writer;
    private final DraftStore drafts;
    private final WorkingCalendars calendars;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate trial;

    CalendarDrafts(
            CalendarStore store,
            CalendarWriter writer,
            DraftStore drafts,
            WorkingCalendars calendars,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.writer = writer;
        this.drafts = drafts;
        this.calendars = calendars;
        this.events = events;
        this.jdbc = jdbc;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A published year in the public XML format.
     *
     * @param xml is not read further than the size that a year can have
     * @return id of the draft
     */
    public long year(InputStream xml, int year, String actor) throws IOException {
        EditRules.mustBeInReach(year);
        return draft(new CalendarEdit.Year(year, CalendarXml.read(xml, year)), actor);
    }

    /** A day that the administrator decides, whatever is published. @param note why, in Russian @return id of the draft */
    public long decree(LocalDate day, DayKind kind, String note, String actor) {
        return draft(EditRules.decree(day, kind, note), actor);
    }

    /** Takes such a decision back. @return id of the draft */
    public long removeDecree(LocalDate day, String actor) {
        return draft(new CalendarEdit.NoDecree(day), actor);
    }

    /** Working hours from a day on; in place of those that begin on the same day. @return id of the draft */
    public long hours(NewHours hours, String actor) {
        return draft(EditRules.hours(hours, nameOf(hours.organisationId())), actor);
    }

    /** Gives up hours that hold from a later day than today. @param organisationId null for the region's @return id of the draft */
    public long removeHours(String organisationId, LocalDate from, LocalDate today, String actor) {
        if (!from.isAfter(today)) {
            throw new CalendarRefusal(
                    "Эти часы уже действуют, отменить их нельзя. Если в них ошибка, задайте верные часы с той же даты.");
        }
        return draft(new CalendarEdit.NoHours(organisationId, nameOf(organisationId), from), actor);
    }

    /** The zone of an organisation's hours. @param zone blank for the region's @return id of the draft */
    public long zone(String organisationId, String zone, String actor) {
        return draft(EditRules.zone(organisationId, nameOf(organisationId), zone), actor);
    }

    private String nameOf(String organisationId) {
        return organisationId == null
                ? CalendarStore.REGION
                : jdbc.sql("select short_name from organisation where id = :id")
                        .param("id", organisationId)
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new CalendarRefusal("Такой организации нет."));
    }

    private long draft(CalendarEdit edit, String actor) {
        CalendarTables before = store.read();
        CalendarTables after = tried(edit);
        if (after.sameAs(before)) {
            throw new CalendarRefusal("Так уже и есть: это ничего не изменит.");
        }
        return drafts.add(edit, actor);
    }

    /** What the draft would change, compared with the calendars of this moment. */
    public CalendarPreview preview(long id) {
        DraftStore.Draft draft = drafts.find(id);
        CalendarTables before = store.read();
        CalendarTables after = draft.version() == null ? tried(draft.edit()) : before;
        return new CalendarPreview(
                id,
                draft.edit().title(),
                draft.actor(),
                draft.at(),
                draft.version() != null,
                EditWarnings.changes(before.production(), after.production()),
                warnings(draft, after.production()),
                new CalendarSet(after),
                before.version());
    }

    private List<String> warnings(DraftStore.Draft draft, ProductionCalendar after) {
        List<String> warnings = new ArrayList<>(EditWarnings.of(draft.edit(), store.decrees(), after));
        if (draft.version() == null
                && draft.edit() instanceof CalendarEdit.Hours hours
                && store.hasHoursFrom(hours.organisationId(), hours.from())) {
            warnings.add("Часы с %s уже заданы: эти займут их место.".formatted(RussianDates.day(hours.from())));
        }
        return warnings;
    }

    private CalendarTables tried(CalendarEdit edit) {
        return trial.execute(transaction -> {
            transaction.setRollbackOnly();
            edit.write(writer);
            return read();
        });
    }

    private CalendarTables read() {
        try {
            return store.read();
        } catch (IllegalArgumentException nobodyWorks) {
            throw new CalendarRefusal(nobodyWorks.getMessage() + ".", nobodyWorks);
        }
    }

    /**
     * Lets the draft hold, exactly as it was previewed.
     *
     * @param version of the calendars that the preview was compared with
     * @return the new version
     */
    @Transactional
    public long confirm(long id, long version, String actor) {
        OneAtATime.hold(jdbc, "calendar");
        DraftStore.Draft draft = drafts.find(id);
        if (draft.version() != null) {
            throw new CalendarRefusal("Это изменение уже применено.");
        }
        if (store.version() != version) {
            throw new CalendarRefusal("Календарь изменился, посмотрите предпросмотр ещё раз.");
        }
        draft.edit().write(writer);
        long holds = writer.changed(actor, draft.edit().title());
        drafts.confirm(id, holds);
        events.publishEvent(new CalendarChanged(holds, draft.edit().title(), actor));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.refresh();
            }
        });
        return holds;
    }
}
