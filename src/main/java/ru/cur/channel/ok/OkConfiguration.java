package ru.cur.channel.ok;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.channel.Channel;
import ru.cur.channel.network.Connection;

/** Tells the page «Каналы» of Odnoklassniki. */
@Configuration(proxyBeanMethods = false)
@OkConnected
class OkConfiguration {

    @Bean
    Connection okConnection(ObjectProvider<OkCommentsPoll> comments) {
        boolean withComments = comments.getIfAvailable() != null;
        return new Connection(
                Channel.OK,
                withComments
                        ? "Одноклассники присылают сообщения группе, подписка продлевается сама; комментарии программа запрашивает"
                        : "Одноклассники присылают сообщения группе, подписка продлевается сама",
                withComments ? "Ответ в чате; комментарий под публикацией" : "Ответ в чате");
    }
}
