package ru.cur.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnreadIndexTest {
    private final NotificationFixture fixture = new NotificationFixture();

    @Test
    void theBellDoesNotReadWhatHasBeenRead() {
        fixture.jdbc
                .sql(
                        "insert into notification (notice_key, recipient, level, urgent, subject, text, created_at, send_after,"
                                + " sent_at, channel, read_at) select 'n' || n, 'head', 0, false, 'Тема', 'Текст', now(), now(),"
                                + " now(), 'TASKLIST', case when n > 5 then now() end from generate_series(1, 5000) n")
                .update();
        fixture.jdbc.sql("analyze notification").update();

        assertThat(plan("select count(*) from notification where recipient = 'head' and read_at is null"))
                .contains("notification_unread_idx");
    }

    private String plan(String query) {
        List<String> lines =
                fixture.jdbc.sql("explain " + query).query(String.class).list();
        return String.join("\n", lines);
    }
}
