package ru.cur.channel.network;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.channel.Channel;

/** What went wrong with the networks lately, on any node, for the page «Каналы». */
@Component
public class Troubles {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Troubles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What can go wrong; the title is what people read. */
    public enum Kind {
        FORGED("вызов с неверным секретом или подписью"),
        UNREADABLE("непонятный вызов"),
        FAILED("сеть не ответила"),
        PAUSED("сеть просит подождать"),
        REFUSED("сеть отказала");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** One trouble. @param details without secrets and words of authors; may be null */
    public record Trouble(Channel channel, Kind kind, String details, Instant at) {}

    /** Kept whatever becomes of the caller's transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(Channel channel, Kind kind, String details) {
        Instant now = clock.instant();
        jdbc.sql("insert into channel_trouble (channel, kind, details, at) values (:channel, :kind, :details, :at)")
                .param("channel", channel.code())
                .param("kind", kind.name())
                .param("details", printable(details))
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql("delete from channel_trouble where channel = :channel and at < :old")
                .param("channel", channel.code())
                .param("old", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private static String printable(String details) {
        String clean = details == null ? null : details.replaceAll("\\p{Cntrl}|\\p{Cs}", "?");
        return clean != null && clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Trouble> latest(int newest) {
        return jdbc.sql("select * from channel_trouble order by id desc limit :newest")
                .param("newest", newest)
                .query((row, i) -> new Trouble(
                        Channel.of(row.getString("channel")).orElseThrow(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("details"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
