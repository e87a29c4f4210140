package ru.cur.channel.instagram;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** Tells the page «Каналы» of Instagram. */
@Configuration(proxyBeanMethods = false)
@InstagramConnected
class InstagramConfiguration {

    @Bean
    Connection instagramConnection() {
        return new Connection(
                Channel.INSTAGRAM,
                "Instagram присылает комментарии и упоминания. Организация Meta признана в России экстремистской: канал включён вручную",
                "Ответ под комментарием или упоминанием; личное сообщение автору комментария в течение 7 дней");
    }
}
