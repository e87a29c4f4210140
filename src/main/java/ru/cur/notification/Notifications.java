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
     * From when on the letters of a notice that is added now may be sent. Whoever is away then had better not be told.
     *
     * @param urgent whether they leave at once; otherwise they wait for the CUR's next working time
     */
    public Instant sendAfter(boolean urgent) {
        Instant now = clock.instant();
        return urgent ? now : calendars.of(CUR).nextWork(now);
    }

    /**
     * Writes a notice down, in the caller's transaction. Whoever has been told this already is not told again.
     *
     * @return from when on its letters may be sent, as {@link #sendAfter} says; empty when nobody gets a letter, for the
     *     want of an address or of a mail server
     */
    @Transactional
    public Optional<Instant> add(Notice notice) {
        Instant now = clock.instant();
        Instant sendAfter = sendAfter(notice.urgent());
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
     * @param about number of the case, or key of the notice, for whose letters this is called
     * @throws org.springframework.mail.MailException when the server is not there, or has not accepted a letter about that;
     *     what it has accepted is marked, the rest is due again
     */
    public void sendDue(String about) {
        dispatch.sendDue(about);
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
