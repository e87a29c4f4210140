package ru.cur.channel.max;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** Tells the page «Каналы» of MAX. */
@Configuration(proxyBeanMethods = false)
@MaxConnected
class MaxConfiguration {

    @Bean
    Connection maxConnection() {
        return new Connection(
                Channel.MAX,
                "MAX присылает сообщения диалогов и групп и комментарии к постам каналов, где бот — администратор; подписка продлевается сама",
                "Ответ на сообщение или комментарий; личное сообщение тем, кто начал диалог с ботом");
    }
}
