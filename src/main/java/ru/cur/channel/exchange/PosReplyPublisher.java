package ru.cur.channel.exchange;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.reply.ReplyPublisher;
import ru.cur.reply.ReplyWaits;

/**
 * Answers messages of «Госуслуги. Решаем вместе» by files that a person carries there. Only the text goes, as the files have no
 * place for pictures.
 */
@Component
@Order(0) // before «Лента», which plays the platform in the demo
class PosReplyPublisher implements ReplyPublisher {
    private final AnswerQueue queue;
    private final ExchangeProperties properties;

    PosReplyPublisher(AnswerQueue queue, ExchangeProperties properties) {
        this.queue = queue;
        this.properties = properties;
    }

    @Override
    public boolean serves(Place place) {
        return properties.posAnswers() && Channel.POS.code().equals(place.channel());
    }

    @Override
    public Published publish(Reply reply) {
        if (!queue.isBrought(reply.idempotencyKey(), reply.place().externalId(), reply.text())) {
            throw new ReplyWaits("его ещё не загрузили файлом в «%s»".formatted(ExchangeSource.POS.title()));
        }
        return Published.NOWHERE;
    }
}
