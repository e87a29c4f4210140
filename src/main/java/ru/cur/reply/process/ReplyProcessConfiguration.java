package ru.cur.reply.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.platform.CarriedTexts;
import ru.cur.reply.process.ReplyPublicationProcess.Variables;

/** Tells the platform which texts the process of an answer carries. */
@Configuration(proxyBeanMethods = false)
class ReplyProcessConfiguration {

    @Bean
    CarriedTexts replyTexts() {
        return CarriedTexts.of(Variables.APPROVAL_OUTCOME, Variables.REWORK_REASON, Variables.REPLY_OUTCOME);
    }
}
