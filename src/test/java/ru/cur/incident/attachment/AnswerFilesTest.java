package ru.cur.incident.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.endorsed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.ClockedTest;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.ReplyFile;

/** What of a case's files a network gets with the answer. */
class AnswerFilesTest extends ClockedTest {
    @Autowired
    private CaseFiles files;

    @Autowired
    private NetworkOutage network;

    @AfterEach
    void theNetworkForgets() {
        network.end();
    }

    @Test
    @DisplayName("С ответом в сеть уходит выбранное фото без места съёмки, невыбранное остаётся")
    void theChosenPictureGoesOutClean() throws IOException {
        network.serve("vk");
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        StoredFile chosen = add(journey, true);
        add(journey, false);
        endorsed(journey.completes("userTask_doWork", "vladivostok", MOWN), ANSWER)
                .completes("userTask_approveResponse", "curator", APPROVE);
        ReplyFile sent = network.taken().values().iterator().next().files().get(0);
        assertThat(network.taken().values()).singleElement().satisfies(reply -> assertThat(reply.files())
                .hasSize(1));
        assertThat(sent.name()).isEqualTo("photo-%d.jpg".formatted(chosen.id()));
        assertThat(sent.mediaType()).isEqualTo("image/jpeg");
        for (int attempt = 1; attempt <= 2; attempt++) {
            try (InputStream content = sent.content().get()) {
                assertThat(Position.isIn(content.readAllBytes())).isFalse();
            }
        }
    }

    private StoredFile add(ProcessJourney journey, boolean withAnswer) throws IOException {
        return files.add(
                new IncidentNumber(journey.number()),
                Purpose.PHOTO_AFTER,
                "стадион.jpg",
                new ByteArrayInputStream(SampleFiles.jpegFromVladivostok(withAnswer ? 6 : 1)),
                withAnswer,
                "vladivostok");
    }
}
