package ru.cur.incident.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.accepted;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.promise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CaseSteps;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentNumber;

/** Files of cases that are worked on. */
class CaseFilesTest extends ClockedTest {
    private static final String PERSON = "vladivostok";

    @Autowired
    private CaseFiles files;

    @Autowired
    private IncidentCards cards;

    @Autowired
    private JdbcClient jdbc;

    private StoredFile add(ProcessJourney journey, String name, byte[] content, boolean withAnswer) {
        try {
            return files.add(
                    number(journey), Purpose.PHOTO_AFTER, name, new ByteArrayInputStream(content), withAnswer, PERSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static IncidentNumber number(ProcessJourney journey) {
        return new IncidentNumber(journey.number());
    }

    @Test
    @DisplayName("Оригинал хранится как пришёл, копия для публикации – без места съёмки")
    void theOriginalIsKeptAndTheCopyIsClean() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        byte[] original = SampleFiles.jpegFromVladivostok(6);

        StoredFile file = add(journey, "люк.jpg", original, true);

        assertThat(file.located()).isTrue();
        assertThat(file.sha256()).hasSize(64);
        assertThat(files.original(file)).isEqualTo(original);
        assertThat(files.preview(file)).isPresent();
        assertThat(files.list(number(journey))).containsExactly(file);
        assertThat(files.published(number(journey))).singleElement().satisfies(published -> {
            assertThat(published.name()).isEqualTo("photo-%d.jpg".formatted(file.id()));
            assertThat(Position.isIn(published.content().get())).isFalse();
            assertThat(published.content().get()).isNotEqualTo(original);
        });
        assertThat(history(journey)).contains("Добавлен файл: Фото после работ: люк.jpg, " + file.sizeText());
    }

    @Test
    @DisplayName("Что нельзя очистить, с ответом не отправить")
    void whatCannotBeCleanedDoesNotGoOut() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));

        assertThatThrownBy(() -> add(journey, "люк.jpg", SampleFiles.jpegWithDamagedExif(), true))
                .isInstanceOf(CaseRefusal.class)
                .hasMessageContaining("Публиковать изображение нельзя");
        assertThat(files.list(number(journey))).isEmpty();
        StoredFile kept = add(journey, "люк.jpg", SampleFiles.jpegWithDamagedExif(), false);
        assertThatThrownBy(() -> files.sendWithAnswer(number(journey), kept.id(), true, PERSON))
                .hasMessageContaining("Публиковать изображение нельзя");
        assertThat(files.publicCopy(kept)).isEmpty();
        assertThat(files.published(number(journey))).isEmpty();
    }

    @Test
    @DisplayName("Файл уходит с одним ответом: промежуточный и итоговый несут каждый своё")
    void eachAnswerTakesItsOwnFiles() {
        ProcessJourney journey = accepted(journeys.registered("Люк"))
                .completes("userTask_doWork", PERSON, Map.of("workOutcome", "PLANNED", "workText", "Заказана крышка"));
        StoredFile before = add(journey, "до.jpg", SampleFiles.jpeg(), true);
        endorsed(journey, promise("2026-12-10")).completes("userTask_approveResponse", "curator", APPROVE);

        assertThat(files.sent(before.id())).isPresent();
        assertThat(files.published(number(journey)))
                .extracting(PublishedFile::id)
                .containsExactly(before.id());
        assertThatThrownBy(() -> files.sendWithAnswer(number(journey), before.id(), false, PERSON))
                .hasMessageContaining("уже ушёл с ответом");
        assertThatThrownBy(() -> files.remove(number(journey), before.id(), PERSON))
                .hasMessageContaining("уже ушёл с ответом");

        StoredFile after = add(journey, "после.png", SampleFiles.png(), true);
        assertThat(files.sent(after.id())).isEmpty();
        Map<String, Object> proof = new HashMap<>(CaseSteps.PROOF);
        proof.put("completedOn", "2026-11-23");
        proof.put("evidenceUrl", "https://cur.example" + after.path());
        journey.completes("userTask_proveCompletion", PERSON, proof);
        assertThat(files.published(number(journey)))
                .extracting(PublishedFile::id)
                .containsExactly(after.id());
        journey.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(files.sent(after.id())).isPresent();
        assertThat(files.published(number(journey)))
                .extracting(PublishedFile::id)
                .containsExactly(after.id());
    }

    @Test
    @DisplayName("Ссылка на свой файл в форме – доказательство, а не вторая строка; чужая остаётся ссылкой")
    void aLinkToAFileOfTheCaseMarksTheFile() {
        ProcessJourney other = accepted(journeys.registered("Другой инцидент"));
        StoredFile foreign = add(other, "чужой.jpg", SampleFiles.jpeg(), false);
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        StoredFile file = add(journey, "после.jpg", SampleFiles.jpegFromVladivostok(1), false);

        journey.completes("userTask_doWork", PERSON, done("https://cur.example/base" + file.path()));

        assertThat(attachments(journey))
                .filteredOn(one -> one.fileName() != null)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo("EVIDENCE");
                    assertThat(one.fileName()).isEqualTo("после.jpg");
                    assertThat(one.title()).isEqualTo("Фото после работ");
                    assertThat(one.url())
                            .startsWith("http://localhost:8080/incidents/%D0%9F%D0%9A-")
                            .endsWith("/" + file.id());
                });
        assertThat(files.find(number(journey), file.id()).orElseThrow().evidence())
                .isTrue();
        assertThatThrownBy(() -> files.remove(number(journey), file.id(), PERSON))
                .hasMessageContaining("подтверждает работы");

        String link = "https://cur.example" + foreign.path();
        other.completes("userTask_doWork", PERSON, done(link.replace(other.number(), journey.number())));
        assertThat(attachments(other))
                .extracting(IncidentCard.Attachment::kind)
                .containsExactly("FILE", "EVIDENCE", "EVIDENCE");
    }

    private static Map<String, Object> done(String url) {
        Map<String, Object> form = new HashMap<>(CaseSteps.MOWN);
        form.put("evidenceUrl", url);
        return form;
    }

    private List<IncidentCard.Attachment> attachments(ProcessJourney journey) {
        return cards.find(number(journey)).orElseThrow().attachments();
    }

    @Test
    @DisplayName("Лишний файл удаляет тот, кто его добавил; байты удаляются вместе с ним")
    void onlyHisOwnFileIsRemoved() {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        StoredFile file = add(journey, "паспорт.jpg", SampleFiles.jpegFromVladivostok(1), false);

        assertThatThrownBy(() -> files.remove(number(journey), file.id(), "curator"))
                .hasMessageContaining("только тот, кто его добавил");
        files.remove(number(journey), file.id(), PERSON);

        assertThat(files.list(number(journey))).isEmpty();
        assertThat(jdbc.sql("select count(*) from attachment_content where attachment_id = :id")
                        .param("id", file.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(history(journey)).contains("Удалён файл: Фото после работ: паспорт.jpg");
        assertThatThrownBy(() -> files.remove(number(journey), file.id(), PERSON))
                .hasMessageContaining("Такого файла у инцидента нет");
    }

    @Test
    @DisplayName("Файлов не больше пятидесяти, места не больше 200 МБ, и вдвоём границу не обойти")
    void theLimitsOfACaseHold() throws Exception {
        ProcessJourney journey = accepted(journeys.registered("Трава у школы"));
        for (int i = 0; i < 48; i++) {
            add(journey, "фото%d.png".formatted(i), SampleFiles.png(), false);
        }
        assertThat(addAtOnce(journey, 4)).isEqualTo(2);
        assertThatThrownBy(() -> add(journey, "ещё.png", SampleFiles.png(), false))
                .hasMessageContaining("уже 50 файлов");

        ProcessJourney large = accepted(journeys.registered("Трава у дома"));
        StoredFile file = add(large, "фото.png", SampleFiles.png(), false);
        jdbc.sql("update attachment set size_bytes = 200 * 1024 * 1024 - 10 where id = :id")
                .param("id", file.id())
                .update();
        assertThatThrownBy(() -> add(large, "ещё.png", SampleFiles.png(), false))
                .hasMessageContaining("не могут занимать больше 200 МБ");
    }

    /** @return how many of those who add a file at the same moment may */
    private int addAtOnce(ProcessJourney journey, int people) throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(people);
        try {
            Callable<StoredFile> adding = () -> add(journey, "сразу.png", SampleFiles.png(), false);
            int added = 0;
            for (Future<StoredFile> one : browsers.invokeAll(Collections.nCopies(people, adding))) {
                try {
                    assertThat(one.get().fileName()).isEqualTo("сразу.png");
                    added++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(CaseRefusal.class);
                }
            }
            return added;
        } finally {
            browsers.shutdown();
        }
    }

    @Test
    @DisplayName("У завершённого инцидента файлы не меняются")
    void aCaseThatIsOverTakesNoFile() {
        ProcessJourney journey = answered(journeys.registered("Трава у школы"));
        StoredFile file = add(journey, "после.png", SampleFiles.png(), false);
        journey.completes("userTask_approveResponse", "curator", APPROVE).closes();

        assertThatThrownBy(() -> add(journey, "ещё.png", SampleFiles.png(), false))
                .hasMessageContaining("Работа по инциденту завершена");
        assertThatThrownBy(() -> files.remove(number(journey), file.id(), PERSON))
                .hasMessageContaining("Работа по инциденту завершена");
        assertThat(files.published(number(journey))).isEmpty();
        assertThat(files.sent(file.id())).isEmpty();
    }

    @Test
    @DisplayName("Присоединённое сообщение приносит с собой то, что приложил автор")
    void whatTheAuthorAttachedGoesAlongWithHisMessage() {
        ProcessJourney first = accepted(journeys.registered("Трава у школы"));
        ProcessJourney second = journeys.registered("Тоже трава");
        jdbc.sql("insert into attachment (incident_id, message_id, kind, url, added_at)"
                        + " select incident.id, message.id, 'LINK', 'https://vk.example/2.jpg', now() from incident"
                        + " join message on message.incident_id = incident.id where number = :number")
                .param("number", second.number())
                .update();

        second.completes(
                "userTask_triageMessage", "operator", Map.of("triageOutcome", "MERGE", "targetNumber", first.number()));

        assertThat(attachments(first)).extracting(IncidentCard.Attachment::url).contains("https://vk.example/2.jpg");
        assertThat(attachments(second)).isEmpty();
    }

    private List<String> history(ProcessJourney journey) {
        return jdbc.sql("select e.kind || coalesce(': ' || e.details, '') from incident_event e"
                        + " join incident i on i.id = e.incident_id where i.number = :number order by e.id")
                .param("number", journey.number())
                .query(String.class)
                .list();
    }
}
