package ru.cur.reply.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.platform.CarriedTexts;
import ru.cur.reply.process.ReplyPublicationProcess.Variables;

/** Tells the platform which texts the processes of an answer carry. */
@Configuration(proxyBeanMethods = false)
class ReplyProcessConfiguration {

    @Bean
    CarriedTexts replyTexts() {
        return CarriedTexts.of(
                Variables.APPROVAL_OUTCOME,
                Variables.VICE_GOVERNOR_ID,
                Variables.VICE_GOVERNOR_OUTCOME,
                Variables.REWORK_REASON,
                Variables.REPLY_OUTCOME,
                Variables.PUBLISH_WAY,
                Variables.OTHER_MESSAGE_ID,
                Variables.DELIVERY_OUTCOME);
    }
}
