package ru.cur.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Connection;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.channel.telegram.TelegramProperties.Updates;
import ru.cur.platform.web.ProgramAddress;

/** The connector, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "cur.channel.telegram", name = "token")
class TelegramConfiguration {

    @Bean
    TelegramApi telegramApi(TelegramProperties settings, Networks networks, ObjectMapper json) {
        return new TelegramApi(settings, networks, json);
    }

    @Bean
    TelegramWebhook telegramWebhook(TelegramProperties settings) {
        return new TelegramWebhook(settings);
    }

    @Bean
    TelegramEvents telegramEvents(TelegramProperties settings, ObjectMapper json) {
        return new TelegramEvents(settings, json);
    }

    @Bean
    TelegramFiles telegramFiles(TelegramApi api, TelegramProperties settings) {
        return new TelegramFiles(api, settings.maxFile());
    }

    @Bean
    @Order(0)
    TelegramReplyPublisher telegramReplyPublisher(TelegramApi api, Troubles troubles) {
        return new TelegramReplyPublisher(api, troubles);
    }

    @Bean
    TelegramUpkeep telegramUpkeep(
            TelegramApi api,
            TelegramProperties settings,
            ProgramAddress address,
            Troubles troubles,
            ChoreLeases leases) {
        return new TelegramUpkeep(api, settings, address, troubles, leases);
    }

    @Bean
    @ConditionalOnProperty(prefix = "cur.channel.telegram", name = "updates", havingValue = "polling")
    TelegramPolling telegramPolling(
            TelegramApi api, Inbox inbox, ChoreLeases leases, PlatformTransactionManager transactions) {
        return new TelegramPolling(api, inbox, leases, transactions);
    }

    @Bean
    Connection telegramConnection(TelegramProperties settings) {
        String way =
                settings.updates() == Updates.WEBHOOK ? "Telegram вызывает программу" : "программа опрашивает Telegram";
        return new Connection(
                Channel.TELEGRAM,
                way + ": комментарии, упоминания, сообщения боту; об удалении сообщений Telegram ботам не сообщает",
                "ответ на сообщение в группе или в переписке с ботом");
    }
}
