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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.cur.ProcessJourney;
import ru.cur.reply.Answer;
import ru.cur.reply.Delivery;
import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyWay;

class RefusedPublicationProcessTest extends PublicationWalk {
    private static final Map<String, Object> PRIVATELY = Map.of("publishWayCode", "PRIVATE_MESSAGE");

    @ParameterizedTest
    @EnumSource(
            value = ReplyRefused.Kind.class,
            names = {"NO_CHANNEL"},
            mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("Сеть отказала окончательно: в задаче сказано почему, попытки не повторяются")
    void aRefusalIsAnOutcome(ReplyRefused.Kind kind) {
        ProcessJourney journey = answered(registered("vk", "Трава"));
        network.refuse("vk", externalIdOf(journey), ReplyWay.REPLY, kind);
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .hasPassed("errorEvent_channelUnavailable")
                .isWaitingAt("userTask_publishManually")
                .hasStatus("PUBLISH_FAILED");
        assertThat(publications.next(journey.number(), null)).hasValueSatisfying(next -> {
            assertThat(next.reason()).isEqualTo(kind.title());
            assertThat(next.recipient().authorName()).isEqualTo("Мария Тестова");
            assertThat(next.left()).isEqualTo(1);
        });
        assertThat(history(journey)).contains("ВКонтакте, Мария Тестова: " + kind.title());
        journey.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Комментарий удалён: оператор выбирает личное сообщение, программа отправляет его")
    void aPrivateMessageGoesInstead() {
        ProcessJourney journey = answered(registered("vk", "Трава"));
        network.refuse("vk", externalIdOf(journey), ReplyWay.REPLY, ReplyRefused.Kind.MESSAGE_DELETED);
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .completes("userTask_publishManually", "operator", PRIVATELY)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(network.taken().values()).singleElement().satisfies(reply -> {
            assertThat(reply.way()).isEqualTo(ReplyWay.PRIVATE_MESSAGE);
            assertThat(reply.place().authorId()).startsWith("id");
            assertThat(reply.text()).isEqualTo("Здравствуйте! Траву скосили и вывезли.");
            assertThat(reply.files()).isEmpty();
        });
        assertThat(publications.of(journey.number())).singleElement().satisfies(delivery -> {
            assertThat(delivery.way()).isEqualTo(ReplyWay.PRIVATE_MESSAGE);
            assertThat(delivery.state()).isEqualTo(Delivery.State.PUBLISHED);
            assertThat(delivery.permalink()).startsWith("https://network.example/");
        });
    }

    @Test
    @DisplayName("И личные сообщения закрыты: задача вернулась, оператор опубликовал сам и дал ссылку на снимок")
    void aRefusedWayComesBack() {
        ProcessJourney journey = answered(registered("vk", "Трава"));
        network.refuse("vk", externalIdOf(journey), ReplyWay.REPLY, ReplyRefused.Kind.COMMENTS_CLOSED);
        network.refuse(
                "vk", externalIdOf(journey), ReplyWay.PRIVATE_MESSAGE, ReplyRefused.Kind.PRIVATE_MESSAGES_CLOSED);
        journey.completes("userTask_approveResponse", "curator", APPROVE)
                .completes("userTask_publishManually", "operator", PRIVATELY)
                .isWaitingAt("userTask_publishManually");
        assertThat(publications.next(journey.number(), null).orElseThrow().reason())
                .isEqualTo(ReplyRefused.Kind.PRIVATE_MESSAGES_CLOSED.title());
        assertThat(history(journey))
                .contains(ReplyRefused.Kind.COMMENTS_CLOSED.title(), ReplyRefused.Kind.PRIVATE_MESSAGES_CLOSED.title());
        journey.completes(
                        "userTask_publishManually",
                        "operator",
                        Map.of("publishWayCode", "BY_HAND", "publishedUrl", "https://disk.example/screen.png"))
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(publications.of(journey.number()))
                .singleElement()
                .extracting(Delivery::way, Delivery::permalink, Delivery::publishedBy)
                .containsExactly(ReplyWay.BY_HAND, "https://disk.example/screen.png", "operator");
    }

    @Test
    @DisplayName("Три автора в одном инциденте: каждому свой ответ, отказавшему в Telegram – в другом его сообщении")
    void everyAuthorOfAMergedCaseGetsHisOwnReply() {
        ProcessJourney master = answered(registered("vk", "Трава у школы"));
        ProcessJourney second = attach("vk", "Трава по пояс", master);
        attach("telegram", "Трава, клещи", master);
        String refused = externalIdOf(second);
        network.serve("vk");
        network.refuse("vk", refused, ReplyWay.REPLY, ReplyRefused.Kind.MESSAGE_DELETED);
        master.completes("userTask_approveResponse", "curator", APPROVE).isWaitingAt("userTask_publishManually");
        assertThat(publications.of(master.number()))
                .extracting(Delivery::channel, Delivery::state)
                .containsExactlyInAnyOrder(
                        tuple("vk", Delivery.State.PUBLISHED),
                        tuple("vk", Delivery.State.REFUSED),
                        tuple("telegram", Delivery.State.PUBLISHED));
        assertThat(master.column("first_published_at")).isNull();
        long telegram = messageOf("telegram", master);
        assertThat(publications.next(master.number(), null).orElseThrow().elsewhere())
                .extracting(other -> other.messageId())
                .containsExactly(telegram);
        assertThatThrownBy(() -> master.completes(
                        "userTask_publishManually",
                        "operator",
                        Map.of("publishWayCode", "OTHER_CHANNEL", "otherMessageId", "1")))
                .hasStackTraceContaining("Выберите другой канал из списка");
        master.completes(
                        "userTask_publishManually",
                        "operator",
                        Map.of("publishWayCode", "OTHER_CHANNEL", "otherMessageId", String.valueOf(telegram)))
                .closes()
                .isOver()
                .hasStatus("CLOSED");
        assertThat(answers.latest(master.number()).orElseThrow().state()).isEqualTo(Answer.State.PUBLISHED);
    }

    @Test
    @DisplayName("Два отказа: задача по очереди показывает каждого автора, цикл идёт, пока ответ не получат все")
    void theTaskAsksForOneAuthorAfterTheOther() {
        ProcessJourney master = answered(registered("vk", "Трава"));
        ProcessJourney second = attach("vk", "Трава по пояс", master);
        String one = externalIdOf(master);
        network.refuse("vk", externalIdOf(second), ReplyWay.REPLY, ReplyRefused.Kind.AUTHOR_BLOCKED);
        network.refuse("vk", one, ReplyWay.REPLY, ReplyRefused.Kind.MESSAGE_DELETED);
        master.completes("userTask_approveResponse", "curator", APPROVE);
        assertThat(publications.next(master.number(), null).orElseThrow().left())
                .isEqualTo(2);
        master.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .isWaitingAt("userTask_publishManually")
                .hasStatus("PUBLISH_FAILED");
        assertThat(publications.next(master.number(), null).orElseThrow().left())
                .isEqualTo(1);
        master.completes("userTask_publishManually", "curator", PRIVATELY)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    @Test
    @DisplayName("Автор звонил по телефону: программа там не отвечает, оператор читает ответ вслух и записывает")
    void theAuthorIsToldByPhone() {
        ProcessJourney journey = answered(registered("phone", "Трава на стадионе"))
                .completes("userTask_approveResponse", "curator", APPROVE)
                .isWaitingAt("userTask_publishManually")
                .hasStatus("PUBLISH_FAILED");
        refuses(journey, Map.of(), "Выберите, как передать ответ автору");
        refuses(journey, Map.of("publishWayCode", "PIGEON"), "Выберите, как передать ответ автору");
        refuses(journey, PRIVATELY, "программа не отвечает");
        refuses(journey, Map.of("publishWayCode", "OTHER_CHANNEL"), "Выберите другой канал из списка");
        refuses(
                journey,
                Map.of("publishWayCode", "OTHER_CHANNEL", "otherMessageId", "первое"),
                "Выберите другой канал из списка");
        refuses(journey, Map.of("publishWayCode", "BY_HAND"), "Укажите ссылку на опубликованный ответ");
        refuses(
                journey,
                Map.of("publishWayCode", "BY_HAND", "publishedUrl", "javascript:alert(1)"),
                "Ссылка должна начинаться");
        refuses(journey, Map.of("publishWayCode", "BY_PHONE"), "Напишите, когда и кому");
        journey.completes("userTask_publishManually", "operator", TOLD_BY_PHONE)
                .closes()
                .isOver()
                .hasStatus("CLOSED");
    }

    private static void refuses(ProcessJourney journey, Map<String, Object> form, String sentence) {
        assertThatThrownBy(() -> journey.completes("userTask_publishManually", "operator", form))
                .hasStackTraceContaining(sentence);
        journey.isWaitingAt("userTask_publishManually");
    }
}
