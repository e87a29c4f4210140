package ru.cur.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import ru.cur.platform.AuditedAct;
import ru.cur.platform.security.AccessRefused;
import ru.cur.platform.security.PersonalDataOpened;

/** Who came in, who tried to, who asked for what is not his, and who opened what only some may see. Rows are only ever added. */
@Component
class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(AuditedAct act) {
        add(act.actor(), act.kind(), act.details(), null);
    }

    @EventListener
    void on(AccessRefused refused) {
        add(refused.actor(), "ACCESS_REFUSED", refused.action() + " -> " + refused.status(), refused.address());
    }

    @EventListener
    void on(PersonalDataOpened opened) {
        add(opened.actor(), "PERSONAL_DATA_OPENED", opened.what(), opened.address());
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        add(event.getAuthentication().getName(), "LOGGED_IN", null, addressOf(event.getAuthentication()));
    }

    @EventListener
    void on(AbstractAuthenticationFailureEvent event) {
        add(
                event.getAuthentication().getName(),
                "LOGIN_REFUSED",
                event.getException().getMessage(),
                addressOf(event.getAuthentication()));
    }

    private static String addressOf(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    private void add(String actor, String kind, String details, String address) {
        LOG.info("audit: {} {} {} {}", kind, printable(actor), printable(details), address);
        jdbc.sql(
                        "insert into audit_event (at, actor, kind, details, address) values (:at, :actor, :kind, :details, :address)")
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", printable(actor))
                .param("kind", kind)
                .param("details", printable(details))
                .param("address", address)
                .update();
    }

    /** Callers choose logins and paths: a line break would forge a line of the log, a zero byte break the insert. */
    private static String printable(String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
