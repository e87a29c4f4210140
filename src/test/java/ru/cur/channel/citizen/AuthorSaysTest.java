package ru.cur.channel.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.answered;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.ClockedTest;
import ru.cur.Http.Answer;
import ru.cur.ProcessJourney;
import ru.cur.channel.citizen.CitizenVisit.Sent;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentNumber;

/** What the author of a report says to it: a mark, that nothing is solved, something more. */
class AuthorSaysTest extends ClockedTest {
    private static final String WORDS = "Трава по пояс у песочницы";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuthorFeedback feedback;

    private CitizenVisit citizen;

    @BeforeEach
    void visit() {
        journeys.restJobExecutor();
        jdbc.sql("delete from call_window").update();
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
    @DisplayName("Оценка записана; когда не спрашивают – отказ словами")
    void marks() {
        Sent sent = sent();
        Answer early = citizen.submit(sent, "feedback", "mark", "5");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("Отзыв принимают, когда ответ дан");
        ProcessJourney journey = published(sent);
        assertThat(citizen.submit(sent, "feedback", "mark", "6", "text", "Моё мнение")
                        .body())
                .contains("Выберите оценку от 1 до 5", "Моё мнение");
        assertThat(citizen.submit(sent, "feedback", "mark", "5", "text", "Спасибо!")
                        .body())
                .contains("Спасибо, оценка записана");
        assertThat(feedback.of(new IncidentNumber(sent.number())))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.mark()).isEqualTo(5);
                    assertThat(line.text()).isEqualTo("Спасибо!");
                    assertThat(line.recordedBy()).isEqualTo("сайт");
                });
        journey.runsJobs().isOver();
        assertThat(citizen.get(sent.link()).body())
                .contains("Закрыто", "Работа закончена: решено")
                .doesNotContain("Вопрос решён?", "Добавить к сообщению");
    }

    @Test
    @DisplayName("«Вопрос не решён» возобновляет работу")
    void notSolved() {
        Sent sent = sent();
        ProcessJourney journey = published(sent);
        assertThat(citizen.submit(sent, "feedback", "solved", "false").body())
                .contains("Напишите, что осталось нерешённым");
        assertThat(citizen.submit(sent, "feedback", "solved", "false", "text", "Не вывезли траву")
                        .body())
                .contains("вопрос не решён. Работа по нему возобновится");
        journey.runsJobs();
        assertThat(journey.column("reopen_no")).isEqualTo(1);
    }

    @Test
    @DisplayName("Только автор пишет к сообщению: без кода или с чужим – 404")
    void strangersSayNothing() {
        Sent sent = sent();
        published(sent);
        Sent stranger = new Sent(sent.number(), sent.path(), "AAAAAAAAAAAAAAAAAAAAAA", "");
        Sent other = new Sent(sent.number(), sent.path(), sent("text", "Другое").code(), "");
        for (Sent one : List.of(stranger, other)) {
            Map<String, String> form = citizen.report("code", one.code(), "mark", "1", "text", "Плохо");
            assertThat(citizen.post(sent.path() + "/feedback", form).status()).isEqualTo(404);
            assertThat(citizen.post(sent.path() + "/messages", form).status()).isEqualTo(404);
        }
        assertThat(feedback.of(new IncidentNumber(sent.number()))).isEmpty();
    }

    @Test
    @DisplayName("Дополнение становится частью сообщения, повторная отправка ничего не добавляет")
    void addsSomething() {
        Sent sent = sent();
        journeys.of(sent.number()).runsJobs();
        assertThat(citizen.submit(sent, "messages", "id", "f-1", "text", " ").body())
                .contains("Напишите, что хотите добавить");
        for (int i = 0; i < 2; i++) {
            assertThat(citizen.submit(sent, "messages", "id", "f-1", "text", "И борщевик")
                            .body())
                    .contains("Добавлено к сообщению", "И борщевик", WORDS);
        }
        assertThat(jdbc.sql("select text || ' ' || author_name || ' ' || follow_up from message where incident_id ="
                                + " (select id from incident where number = ?) order by id")
                        .param(sent.number())
                        .query(String.class)
                        .list())
                .containsExactly(WORDS + " Мария false", "И борщевик Мария true");
        assertThat(citizen.get(sent.path()).body()).doesNotContain("И борщевик");
    }

    @Test
    @DisplayName("Если работа закончилась, дополнение – новое сообщение со своей ссылкой")
    void whatIsAddedTooLateIsANewReport() {
        Sent sent = sent();
        Map<String, String> form = citizen.report("code", sent.code(), "id", "f-2", "text", "Опять трава");
        published(sent).closes();
        Answer answer = citizen.post(sent.path() + "/messages", form);
        Sent another = Sent.of(answer);
        assertThat(another.number()).isNotEqualTo(sent.number());
        assertThat(answer.body()).contains("зарегистрировали новое", "Опять трава");
    }
}
