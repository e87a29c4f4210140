package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.Visitor;

/** A comment that is older than the working calendar: the intake takes it, so everybody else must. */
class OldMessageTest extends ClockedTest {
    private static final Instant LONG_AGO = Instant.parse("2005-03-01T02:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private MessageIntake intake;

    private ProcessJourney old() {
        IncomingMessage message = new IncomingMessage(
                "vk",
                UUID.randomUUID().toString(),
                new IncomingMessage.Author("id1", "Мария Тестова", null),
                "Яма на дороге с прошлого века",
                LONG_AGO,
                "https://vk.example/wall-1_1",
                new IncomingMessage.Place("ул. Русская, 1", null, null, null),
                List.of());
        return journeys.of(intake.receive(message, LegalRegime.SOCIAL_MESSAGE, "test")
                        .number()
                        .value())
                .runsJobs();
    }

    private void opens(ProcessJourney journey, String status) {
        Answer page = Visitor.following(port, "curator").get("/incidents/" + journey.number());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(journey.number(), status);
    }

    @Test
    void itIsRejected() {
        ProcessJourney journey = old();
        opens(journey, "Новое");

        journey.completes("userTask_triageMessage", "operator", SPAM).isOver();

        opens(journey, "Отклонено");
    }

    @Test
    void itIsAnswered() {
        ProcessJourney journey = answered(old());

        opens(journey, "Ответ на согласовании");
    }
}
