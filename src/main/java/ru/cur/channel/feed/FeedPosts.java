package ru.cur.channel.feed;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.database.OneAtATime;

/** What the government's account has published in the played network, before anybody comments on it. */
@Component
@Profile("demo")
@Order(FeedPosts.BEFORE_THE_CASES)
class FeedPosts implements ApplicationRunner {
    static final int BEFORE_THE_CASES = 55;
    private static final Duration BETWEEN = Duration.ofDays(6);

    private static final List<String> TEXTS = List.of(
            "Прямая линия с министром ЖКХ прошла в Уссурийске: больше всего вопросов было о ремонте крыш и графике вывоза мусора.",
            "В крае подвели итоги летнего благоустройства: обновили 214 дворов и 46 общественных пространств.",
            "Началась подготовка к зиме: котельные края проходят проверки, топливо завозят по графику.",
            "Новые автобусы вышли на маршруты Владивостока. О работе маршрутов пишите в комментариях.",
            "Дорожники закончили ремонт 120 км региональных дорог. Где дорога ещё ждёт ремонта? Напишите адрес.",
            "В поликлиниках Арсеньева и Артёма заработала электронная очередь.",
            "Отопительный сезон в Приморье начался. Если дома холодно, оставьте адрес под этой публикацией.",
            "В школах края – осенние каникулы: расписание секций и кружков собрали на одной странице.",
            "Циклон проходит над югом края. Аварийные службы работают круглосуточно, телефон – 112.",
            "Губернатор провёл совещание о вывозе мусора: график для каждого округа опубликован.");

    private final JdbcClient jdbc;
    private final FeedCallbacks callbacks;
    private final Clock clock;

    FeedPosts(JdbcClient jdbc, FeedCallbacks callbacks, Clock clock) {
        this.jdbc = jdbc;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        OneAtATime.hold(jdbc, "feed posts");
        boolean published = jdbc.sql("select exists (select 1 from feed_post where from_id < 0)")
                .query(Boolean.class)
                .single();
        if (!published) {
            Instant first = clock.instant().minus(BETWEEN.multipliedBy(TEXTS.size()));
            for (int i = 0; i < TEXTS.size(); i++) {
                publish(TEXTS.get(i), first.plus(BETWEEN.multipliedBy(i)));
            }
        }
    }

    private void publish(String text, Instant at) {
        long id = jdbc.sql(
                        "insert into feed_post (from_id, text, written_at) values (:account, :text, :at) returning id")
                .param("account", -PlayedNetwork.GROUP)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        callbacks.add("wall_post_new", FeedObjects.post(id, -PlayedNetwork.GROUP, text, at));
    }
}
