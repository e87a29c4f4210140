package ru.cur.channel.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** What «Каналы» says of «Госуслуги. Решаем вместе»: no network, but files, at any time. */
@Configuration(proxyBeanMethods = false)
class PosConnection {

    @Bean
    Connection pos(ExchangeProperties properties) {
        return new Connection(
                Channel.POS,
                "выгрузками, которые загружают на странице «Обмен файлами»",
                properties.posAnswers() ? "файлами с той же страницы" : null);
    }
}
