package ru.cur.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.calendar.WorkingCalendars;

/** Tells people of the staff what they must know: in Tasklist at once, by mail when it is time. */
@Service
public class Notifications {
    private static final String CUR = "cur";

    private final NotificationStore store;
    private final LetterTemplates templates;
    private final Dispatch dispatch;
    private final WorkingCalendars calendars;
    private final ProgramAddress address;
    private final Clock clock;

    Notifications(
            NotificationStore store,
            LetterTemplates templates,
            Dispatch dispatch,
            WorkingCalendars calendars,
            ProgramAddress address,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.dispatch = dispatch;
        this.calendars = calendars;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Writes a notice down, in the caller's transaction. Whoever has been told this already is not told again.
     *
     * @return from when on its letters may be sent: now, or when the CUR's next working time begins; empty when nobody gets
     *     a letter, for the want of an address or of a mail server
     */
    @Transactional
    public Optional<Instant> add(Notice notice) {
        Instant now = clock.instant();
        Instant sendAfter = notice.urgent() ? now : calendars.of(CUR).nextWork(now);
        Letter letter = templates.render(notice.template(), modelOf(notice));
        boolean letters = false;
        for (String recipient : notice.recipients()) {
            boolean byMail = dispatch.addressOf(recipient).isPresent();
            store.add(notice, recipient, letter, now, sendAfter, byMail);
            letters |= byMail;
        }
        return letters ? Optional.of(sendAfter) : Optional.empty();
    }

    /**
     * Sends everything that is due, one letter to each person. Each letter is a transaction of its own and sees only what
     * is committed: call it in another one than {@link #add}.
     *
     * @throws org.springframework.mail.MailException when the server has not accepted every letter; those it has are
     *     marked, the others are due again
     */
    public void sendDue() {
        dispatch.sendDue();
    }

    private Map<String, Object> modelOf(Notice notice) {
        Map<String, Object> model = new HashMap<>(notice.model());
        if (notice.incidentNumber() != null) {
            model.putIfAbsent("number", notice.incidentNumber());
            model.putIfAbsent("link", address.linkTo("/incidents/" + notice.incidentNumber()));
        }
        return model;
    }
}
