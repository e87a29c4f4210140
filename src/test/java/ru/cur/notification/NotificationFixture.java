package ru.cur.notification;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import ru.cur.MovableClock;
import ru.cur.TestDatabase;
import ru.cur.platform.web.ProgramAddress;
import ru.cur.sla.calendar.CalendarDatabase;
import ru.cur.sla.calendar.WorkingCalendars;

/** The module on a database of its own, without the rest of the program. Everybody but {@code offline} has an address. */
final class NotificationFixture {
    static final String NUMBER = "ПК-2026-000001";
    private static final DataSource DATABASE = TestDatabase.migrated("notification");

    final MovableClock clock = new MovableClock(MovableClock.at("2026-11-24T10:00"));
    final JdbcClient jdbc = JdbcClient.create(DATABASE);
    final Map<String, String> addresses = new HashMap<>();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    /** On a Tuesday morning, with a case and no notice. */
    NotificationFixture() {
        addresses.put("offline", "");
        jdbc.sql("truncate notification").update();
        jdbc.sql(
                        "insert into incident (number, legal_regime, status, severity, detected_at, registered_at)"
                                + " values ('ПК-2026-000001', 'SOCIAL_MESSAGE', 'NEW', 'P2', now(), now()) on conflict do nothing")
                .update();
        sender.setHost("localhost");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
    }

    void mailServerAt(int port) {
        sender.setPort(port);
    }

    Notifications notifications() {
        return notifications(sender);
    }

    Notifications notificationsWithoutServer() {
        return notifications(null);
    }

    /** As a compose file with an empty variable leaves it. */
    Notifications notificationsWithANamelessServer() {
        return notifications(new JavaMailSenderImpl());
    }

    private Notifications notifications(JavaMailSender mail) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (mail != null) {
            beans.addBean("mailSender", mail);
        }
        ProgramAddress address = new ProgramAddress(URI.create("https://cur.example/incidents-app/"));
        LetterTemplates templates = new LetterTemplates();
        NotificationStore store = new NotificationStore(jdbc);
        WorkingCalendars calendars = new CalendarDatabase(jdbc, clock).calendars();
        MailServer server = new MailServer(
                beans.getBeanProvider(JavaMailSender.class),
                new NotificationProperties("noreply@cur.example", "ЦУР Приморского края"),
                clock);
        Dispatch dispatch = new Dispatch(
                store,
                new Digest(templates, address, MovableClock.ZONE),
                server,
                this::addressOf,
                clock,
                new JdbcTransactionManager(DATABASE));
        return new Notifications(store, templates, dispatch, calendars, address, clock);
    }

    private Optional<String> addressOf(String login) {
        return Optional.of(addresses.getOrDefault(login, login + "@cur.example"))
                .filter(address -> !address.isEmpty());
    }

    static Notice notice(String key, boolean urgent, int level, String... recipients) {
        return new Notice(
                key,
                "ПК-2026-000001",
                Set.of(recipients),
                urgent,
                level,
                "escalation-level",
                Map.of("levelTitle", "Уровень " + level, "categoryName", "Ямы на дорогах"));
    }

    /** What has become of the person's notices, in the order in which they were written down. */
    List<String> channelsOf(String recipient) {
        return jdbc.sql(
                        "select coalesce(channel, 'WAITING') from notification where recipient = :recipient order by id")
                .param("recipient", recipient)
                .query(String.class)
                .list();
    }
}
