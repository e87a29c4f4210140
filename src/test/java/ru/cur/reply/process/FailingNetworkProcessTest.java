package ru.cur.reply.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.answered;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.cur.ProcessJourney;
import ru.cur.reply.Delivery;
import ru.cur.reply.ReplyPublisher.Reply;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWay;

/** Networks that fail for now, and a program that dies between a network and its own tables. */
class FailingNetworkProcessTest extends PublicationWalk {

    @Test
    @DisplayName("Сеть приняла ответ, а связь оборвалась: повтор с тем же ключом, в сети один ответ")
    void whatTheNetworkHasTakenIsNotPublishedTwice() {
        ProcessJourney journey = answered(registered("vk", "Трава"));
        network.dieAfterTheNextReply("vk");
        assertThatThrownBy(() -> journey.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает (ВКонтакте), ответ получили 0 из 1 авторов");
        Map<String, Reply> first = network.taken();
        assertThat(first).hasSize(1);
        assertThat(publications.of(journey.number()))
                .extracting(Delivery::state)
                .as("it waits in its place")
                .containsExactly(Delivery.State.PENDING);
        journey.triesAgain().closes().isOver().hasStatus("CLOSED");
        assertThat(network.taken()).isEqualTo(first);
        assertThat(network.asked())
                .as("the second attempt says that the first may be out")
                .extracting(Reply::mayBeOut)
                .containsExactly(false, true);
        assertThat(publications.of(journey.number())).singleElement().satisfies(delivery -> assertThat(first)
                .containsKey(delivery.permalink().replace("https://network.example/", "")));
    }

    @Test
    @DisplayName(
            "Одна сеть не отвечает: остальные авторы получили ответ и не получат второго, повтор начинает с того, кто ждёт")
    void oneNetworkDoesNotHoldTheOthersBack() {
        ProcessJourney master = answered(registered("vk", "Трава"));
        attach("telegram", "Трава по пояс", master);
        attach("vk", "Трава и клещи", master);
        network.serve("vk");
        network.begin("telegram");
        assertThatThrownBy(() -> master.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает (Telegram), ответ получили 2 из 3 авторов");
        Map<String, Reply> answeredInVk = network.taken();
        assertThat(answeredInVk).hasSize(2);
        assertThat(publications.of(master.number()))
                .extracting(Delivery::channel, Delivery::state)
                .containsExactly(
                        tuple("vk", Delivery.State.PUBLISHED),
                        tuple("telegram", Delivery.State.PENDING),
                        tuple("vk", Delivery.State.PUBLISHED));
        assertThatThrownBy(master::triesAgain).hasStackTraceContaining("Сеть не отвечает (Telegram)");
        assertThat(network.taken()).isEqualTo(answeredInVk);
        network.begin("");
        master.triesAgain().closes().isOver().hasStatus("CLOSED");
        assertThat(network.taken()).isEqualTo(answeredInVk);
        assertThat(publications.of(master.number()))
                .hasSize(3)
                .allMatch(delivery -> delivery.state() == Delivery.State.PUBLISHED);
    }

    @Test
    @DisplayName("Отказ и сбой в одной попытке: отказ не забыт, в истории он один раз")
    void aRefusalBesideAFailureIsToldOnce() {
        ProcessJourney master = answered(registered("vk", "Трава"));
        attach("telegram", "Трава по пояс", master);
        network.refuse("vk", externalIdOf(master), ReplyWay.REPLY, ReplyRefused.Kind.MESSAGE_DELETED);
        network.begin("telegram");
        assertThatThrownBy(() -> master.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает (Telegram)");
        assertThat(history(master)).doesNotContain("сообщение автора удалено");
        network.begin("");
        master.triesAgain().isWaitingAt("userTask_publishManually");
        assertThat(history(master)).containsOnlyOnce("сообщение автора удалено");
        master.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .closes()
                .isOver();
        assertThat(history(master)).containsOnlyOnce("сообщение автора удалено");
    }

    @Test
    @DisplayName("Сеть стоит: ответ ждёт по 5 минут без сбоев, остальные авторы его получили; сеть ожила, и он ушёл")
    void whatStandsStillIsWaitedFor() {
        ProcessJourney master = answered(registered("vk", "Трава"));
        attach("telegram", "Трава по пояс", master);
        network.serve("vk");
        network.stop("telegram");
        master.completes("userTask_approveResponse", "curator", APPROVE)
                .hasPassed("errorEvent_networkStopped")
                .hasStatus("APPROVED");
        assertThat(network.taken()).hasSize(1);
        for (int i = 0; i < 7; i++) {
            master.fires("timerEvent_networkPause").runsJobs();
        }
        assertThat(master.column("first_published_at")).isNull();
        network.stop("");
        master.fires("timerEvent_networkPause").runsJobs().closes().isOver().hasStatus("CLOSED");
        assertThat(publications.of(master.number()))
                .hasSize(2)
                .allMatch(delivery -> delivery.state() == Delivery.State.PUBLISHED);
    }

    @Test
    @DisplayName("Один автору отказала его сеть, сеть другого стоит: отказом занимается сотрудник, второй ждёт")
    void aRefusalIsNotHeldBackByANetworkThatStandsStill() {
        ProcessJourney master = answered(registered("vk", "Трава"));
        attach("telegram", "Трава по пояс", master);
        network.refuse("vk", externalIdOf(master), ReplyWay.REPLY, ReplyRefused.Kind.COMMENTS_CLOSED);
        network.stop("telegram");
        master.completes("userTask_approveResponse", "curator", APPROVE).isWaitingAt("userTask_publishManually");
        network.end();
        network.serve("vk");
        master.completes("userTask_publishManually", "operator", Map.of("publishWayCode", "SAME_WAY"))
                .closes()
                .isOver();
        assertThat(publications.of(master.number()))
                .extracting(Delivery::channel, Delivery::way, Delivery::state)
                .containsExactlyInAnyOrder(
                        tuple("vk", ReplyWay.REPLY, Delivery.State.PUBLISHED),
                        tuple("telegram", ReplyWay.REPLY, Delivery.State.PUBLISHED));
    }

    @Test
    @DisplayName("В одной переписке ответы уходят по порядку: второй ждёт, пока не ушёл первый, но не вечно")
    void answersOfOneConversationKeepTheirOrder() {
        ProcessJourney first = answered(inConversation("Трава"));
        ProcessJourney second = answered(inConversation("Фонарь"));
        network.serve("vk");
        network.begin("vk");
        assertThatThrownBy(() -> first.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает");
        network.begin("");
        second.completes("userTask_approveResponse", "curator", APPROVE).hasPassed("errorEvent_networkStopped");
        assertThat(network.taken()).isEmpty();
        first.triesAgain();
        second.fires("timerEvent_networkPause").runsJobs();
        assertThat(network.taken().keySet()).hasSize(2);

        ProcessJourney third = answered(inConversation("Люк"));
        ProcessJourney fourth = answered(inConversation("Яма"));
        network.begin("vk");
        assertThatThrownBy(() -> third.completes("userTask_approveResponse", "curator", APPROVE))
                .hasStackTraceContaining("Сеть не отвечает");
        network.begin("");
        jdbc.sql("update publication set queued_at = queued_at - interval '25 hours' where state = 'PENDING'")
                .update();
        fourth.completes("userTask_approveResponse", "curator", APPROVE).hasStatus("ANSWERED");
        third.triesAgain().hasStatus("ANSWERED");
    }

    private ProcessJourney inConversation(String text) {
        ProcessJourney journey = registered("vk", text);
        jdbc.sql(
                        "update message set thread = 'one' where incident_id = (select id from incident where number = :number)")
                .param("number", journey.number())
                .update();
        return journey;
    }
}
