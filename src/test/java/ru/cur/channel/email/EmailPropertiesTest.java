package ru.cur.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import ru.cur.channel.email.EmailProperties.Security;
import ru.cur.channel.email.EmailProperties.Server;
import ru.cur.platform.StartupRefusal;

class EmailPropertiesTest {

    private static EmailProperties settings(String address, String imap, String smtp) {
        return new EmailProperties(
                address,
                "ЦУР",
                imap == null ? null : new Server(imap, 0, "cur", "hidden", Security.TLS),
                smtp == null ? null : new Server(smtp, 0, "cur", "hidden", Security.TLS),
                "INBOX",
                null,
                "Sent",
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(25),
                true);
    }

    @ParameterizedTest
    @CsvSource({
        "not an address, imap, smtp, CUR_CHANNEL_EMAIL_ADDRESS",
        "cur, imap, smtp, CUR_CHANNEL_EMAIL_ADDRESS",
        ", imap, smtp, CUR_CHANNEL_EMAIL_ADDRESS",
        "cur@cur.example, , smtp, CUR_CHANNEL_EMAIL_IMAP_HOST",
        "cur@cur.example, ' ', smtp, CUR_CHANNEL_EMAIL_IMAP_HOST",
        "cur@cur.example, imap, , CUR_CHANNEL_EMAIL_SMTP_HOST"
    })
    void aBlockThatIsNotCompleteIsOneLine(String address, String imap, String smtp, String setting) {
        assertThatThrownBy(() -> settings(address, imap, smtp))
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith(setting);
    }

    @Test
    void nothingShowsThePassword() {
        assertThat(settings("cur@cur.example", "imap", "smtp"))
                .asString()
                .contains("imap")
                .doesNotContain("hidden");
    }
}
