package ru.cur.channel.vk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** What «Каналы» says of VKontakte. */
@Configuration(proxyBeanMethods = false)
@VkConnected
class VkConnection {

    @Bean
    Connection vk(VkProperties properties) {
        return new Connection(
                Channel.VK,
                properties.actsAsUser()
                        ? "события сообщества и упоминания"
                        : "события сообщества; упоминания только с ключом администратора сообщества",
                "комментарии и личные сообщения от имени сообщества");
    }
}
