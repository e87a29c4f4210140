package ru.cur.incident;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether messages still stand in their networks. The problem that a deleted one told of may be as real as before: its case
 * goes on and has a mark. Deletions and returns are counted, as either may come before the other and before the message itself.
 */
@Service
@Transactional
public class MessagePresence {
    private final IncidentStore incidents;
    private final MessageStore messages;
    private final IncidentHistory history;
    private final JdbcClient jdbc;
    private final Clock clock;

    MessagePresence(
            IncidentStore incidents, MessageStore messages, IncidentHistory history, JdbcClient jdbc, Clock clock) {
        this.incidents = incidents;
        this.messages = messages;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The author has deleted his message, says a program that may say so more than once.
     *
     * @return false when no such message was taken in
     */
    public boolean gone(String channel, String externalId) {
        messages.lock(channel, externalId);
        List<IncidentNumber> cases = messages.casesOf(channel, externalId);
        cases.forEach(this::mark);
        return !cases.isEmpty();
    }

    /** The network has told of one deletion, which may be of a message that is still to come. */
    public void deleted(String channel, String externalId) {
        count(channel, externalId, 1);
    }

    /** The network has told that the message is back, perhaps before it tells of the deletion. */
    public void restored(String channel, String externalId) {
        count(channel, externalId, -1);
    }

    private void count(String channel, String externalId, int change) {
        messages.lock(channel, externalId);
        int balance = jdbc.sql("insert into message_deletion (channel, external_id, balance, changed_at)"
                        + " values (:channel, :id, :change, :at) on conflict (channel, external_id) do update"
                        + " set balance = message_deletion.balance + excluded.balance, changed_at = excluded.changed_at"
                        + " returning balance")
                .param("channel", channel)
                .param("id", externalId)
                .param("change", change)
                .param("at", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
        messages.casesOf(channel, externalId).forEach(balance > 0 ? this::mark : this::unmark);
    }

    /** What was deleted before it came. */
    void markIfDeleted(IncidentNumber number, String channel, String externalId) {
        boolean deleted = jdbc.sql("select exists (select 1 from message_deletion"
                        + " where channel = :channel and external_id = :id and balance > 0)")
                .param("channel", channel)
                .param("id", externalId)
                .query(Boolean.class)
                .single();
        if (deleted) {
            mark(number);
        }
    }

    private void mark(IncidentNumber number) {
        Incident incident = incidents.findForChange(number).orElseThrow();
        if (!incident.marks().originalDeleted()) {
            incidents.change(number).set("original_deleted_at", clock.instant()).apply();
            history.add(number, IncidentHistory.SYSTEM, "Автор удалил сообщение в сети", null);
        }
    }

    private void unmark(IncidentNumber number) {
        Incident incident = incidents.findForChange(number).orElseThrow();
        if (incident.marks().originalDeleted()) {
            incidents.change(number).set("original_deleted_at", null).apply();
            history.add(number, IncidentHistory.SYSTEM, "Автор восстановил сообщение в сети", null);
        }
    }
}
