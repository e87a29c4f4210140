package ru.cur.channel.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.ORDERED;
import static ru.cur.CaseSteps.SPAM;
import static ru.cur.CaseSteps.answered;
import static ru.cur.CaseSteps.endorsed;
import static ru.cur.CaseSteps.promise;
import static ru.cur.CaseSteps.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourney;
import ru.cur.channel.citizen.CitizenVisit.Sent;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.SampleFiles;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWay;

/** «Узнать статус»: what everybody sees of a case, and what its author sees. */
class StatusPageTest extends ClockedTest {
    private static final String WORDS = "Трава по пояс у песочницы";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuthorFeedback feedback;

    @Autowired
    private CaseFiles files;

    @Autowired
    private NetworkOutage network;

    private CitizenVisit citizen;

    @BeforeEach
    void visit() {
        journeys.restJobExecutor();
        jdbc.sql("delete from call_window").update();
        network.end();
        citizen = new CitizenVisit(port);
    }

    private Sent sent(String... more) {
        Map<String, String> form = citizen.report("text", WORDS, "name", "Мария");
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return citizen.sends(form, Map.of());
    }

    private ProcessJourney published(Sent sent) {
        return answered(journeys.of(sent.number()).runsJobs())
                .completes("userTask_approveResponse", "curator", APPROVE)
                .hasStatus("ANSWERED");
    }

    @Test
    void aNumberIsLookedUpHoweverItIsWritten() {
        Sent sent = sent();
        String typed = sent.number().substring(3).replace("-", "%20");
        Answer found = citizen.get("/citizen/requests?number=" + typed);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains(sent.number(), "Получено");
        Answer wrong = citizen.get("/citizen/requests?number=abc");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("Это не номер сообщения", "value=\"abc\"");
        assertThat(citizen.get("/citizen/requests").body()).doesNotContain("Это не номер");
    }

    @Test
    @DisplayName("Без кода видно состояние и ответ, но не слова и имя автора; с чужим кодом – то же и предупреждение")
    void everybodySeesTheStateOnly() {
        Sent sent = sent();
        published(sent);
        String open = citizen.get(sent.path()).body();
        assertThat(open)
                .contains(
                        "Не скошена трава",
                        "Ответ дан",
                        "Администрация города Владивостока",
                        "Траву скосили и вывезли.")
                .doesNotContain(WORDS, "Мария", "Что вы написали", "Вопрос решён?", "видно только вам");
        String strange =
                citizen.get(sent.path() + "?code=AAAAAAAAAAAAAAAAAAAAAA").body();
        assertThat(strange).contains("Код в ссылке не подходит").doesNotContain(WORDS, "Вопрос решён?");
        Sent other = sent("text", "Другое сообщение");
        assertThat(citizen.get(sent.path() + "?code=" + other.code()).body()).doesNotContain(WORDS);
        assertThat(citizen.get(sent.link()).body()).contains(WORDS, "Вопрос решён?");
    }

    @Test
    @DisplayName("Ответ канала «Сделай Приморье Лучше» стоит на странице: туда ведёт ссылка публикации")
    void theAnswerStandsOnThePage() {
        Sent sent = sent();
        published(sent);
        assertThat(jdbc.sql("select publication.permalink from publication join message on message.id = message_id"
                                + " join incident on incident.id = incident_id where number = ?")
                        .param(sent.number())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .endsWith(sent.path());
    }

    @Test
    @DisplayName("Фото ответа видно всем, остальные файлы – никому")
    void photosOfTheAnswer() throws IOException {
        Sent sent = citizen.sends(citizen.report(), Map.of("до.jpg", SampleFiles.jpegFromVladivostok(6)));
        ProcessJourney journey = journeys.of(sent.number())
                .runsJobs()
                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                .completes("userTask_acceptIncident", "vladivostok", ACCEPT);
        IncidentNumber number = new IncidentNumber(sent.number());
        long photo = files.add(
                        number,
                        Purpose.PHOTO_AFTER,
                        "после.jpg",
                        new ByteArrayInputStream(SampleFiles.jpegFromVladivostok(6)),
                        true,
                        "vladivostok")
                .id();
        String path = sent.path() + "/photos/" + photo;
        assertThat(citizen.get(path).status()).isEqualTo(404);
        endorsed(journey.completes("userTask_doWork", "vladivostok", MOWN), ru.cur.CaseSteps.ANSWER)
                .completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(citizen.get(sent.path()).body()).contains("Фото 1 к ответу");
        assertThat(citizen.bytes(path).headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(citizen.bytes(path).body())
                .isEqualTo(files.sent(photo).orElseThrow().content().get());
        long own = files.list(number).get(0).id();
        assertThat(citizen.get(sent.path() + "/photos/" + own + "?code=" + sent.code())
                        .status())
                .isEqualTo(404);
        assertThat(citizen.get(sent().path() + "/photos/" + photo).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("Обещание: промежуточный ответ и дата видны")
    void aPromiseIsShownWithItsDay() {
        Sent sent = sent();
        endorsed(
                        journeys.of(sent.number())
                                .runsJobs()
                                .completes("userTask_triageMessage", "operator", route("IMPR-1", "VLD"))
                                .completes("userTask_acceptIncident", "vladivostok", ACCEPT)
                                .completes("userTask_doWork", "vladivostok", ORDERED),
                        promise("2026-12-01"))
                .completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(citizen.get(sent.path()).body())
                .contains("Работы обещаны", "Обещано до", "01.12.2026", "Промежуточный ответ", "крышку установим");
    }

    @Test
    @DisplayName("Личное сообщение видит только автор, с кодом")
    void aPrivateMessageIsForItsAuthorOnly() {
        Sent sent = sent();
        jdbc.sql("select external_id from message join incident on incident.id = incident_id where number = ?")
                .param(sent.number())
                .query(String.class)
                .list()
                .forEach(id -> network.refuse("app", id, ReplyWay.REPLY, ReplyRefused.Kind.COMMENTS_CLOSED));
        answered(journeys.of(sent.number()).runsJobs())
                .completes("userTask_approveResponse", "curator", APPROVE)
                .completes("userTask_publishManually", "operator", Map.of("publishWayCode", "PRIVATE_MESSAGE"))
                .hasStatus("ANSWERED");
        assertThat(citizen.get(sent.path()).body()).doesNotContain("Траву скосили");
        assertThat(citizen.get(sent.link()).body()).contains("Траву скосили и вывезли.", "видно только вам");
    }

    @Test
    @DisplayName("Отклонённое и ограниченное видит только автор")
    void hiddenCasesAreOpenToTheirAuthor() {
        Sent spam = sent();
        journeys.of(spam.number()).runsJobs().completes("userTask_triageMessage", "operator", SPAM);
        assertThat(citizen.get(spam.path()).status()).isEqualTo(404);
        assertThat(citizen.get(spam.link()).body())
                .contains("Не принято", WORDS)
                .doesNotContain("Реклама мебели");
        Sent restricted = sent("text", "Ребёнок один дома");
        jdbc.sql("update incident set restriction = 'CHILD' where number = ?")
                .param(restricted.number())
                .update();
        assertThat(citizen.get(restricted.path()).status()).isEqualTo(404);
        assertThat(citizen.get(restricted.link()).body())
                .contains("Ребёнок один дома")
                .doesNotContain("дело о ребёнке");
    }

    @Test
    @DisplayName("Присоединённое: автор видит ответ общего дела и оценивает его по своей ссылке")
    void attachedReports() {
        Sent main = sent();
        Sent other = sent("text", "Тоже трава");
        ProcessJourney journey = journeys.of(main.number()).runsJobs();
        journeys.of(other.number())
                .runsJobs()
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "MERGE", "targetNumber", main.number()));
        answered(journey).completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(citizen.get(other.link()).body())
                .contains("Решается вместе с", main.number(), "Тоже трава", "Траву скосили и вывезли.")
                .doesNotContain(WORDS);
        assertThat(citizen.submit(other, "feedback", "mark", "4").body()).contains("оценка записана");
        assertThat(feedback.of(new IncidentNumber(main.number()))).hasSize(1);
    }

    @Test
    @DisplayName("Разделённое сообщение: автор видит ответ на каждый вопрос на одной странице")
    void splitReports() {
        Sent sent = sent("text", "Трава по пояс, и яма на дороге");
        journeys.of(sent.number())
                .runsJobs()
                .completes(
                        "userTask_triageMessage",
                        "operator",
                        Map.of("triageOutcome", "SPLIT", "splitText", "Яма на дороге\nТрава по пояс"));
        String second = jdbc.sql("select number from incident where split_from = ?")
                .param(sent.number())
                .query(String.class)
                .single();
        answered(journeys.of(second).runsJobs()).completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(citizen.get(sent.link()).body()).contains("Траву скосили и вывезли.");
        assertThat(citizen.get(sent.path()).body()).doesNotContain("Траву скосили");
    }
}
