package ru.cur.channel.citizen;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** What «Каналы» says of «Сделай Приморье Лучше». */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class AppConnection {

    @Bean
    Connection app() {
        return new Connection(Channel.APP, "со страницы для жителей и по Open311", "на страницу сообщения");
    }
}
