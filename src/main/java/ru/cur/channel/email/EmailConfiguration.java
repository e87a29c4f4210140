package ru.cur.channel.email;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.network.ChoreLeases;
import ru.cur.channel.network.Connection;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.incident.IncidentHistory;

/** The connector, when it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "cur.channel.email", name = "address")
class EmailConfiguration {

    @Bean
    EmailServers emailServers(EmailProperties settings) {
        return new EmailServers(settings);
    }

    @Bean
    EmailPolling emailPolling(
            EmailServers servers,
            EmailProperties settings,
            Inbox inbox,
            ChoreLeases leases,
            Troubles troubles,
            PlatformTransactionManager transactions) {
        return new EmailPolling(servers, settings, inbox, leases, troubles, transactions);
    }

    @Bean
    EmailEvents emailEvents(EmailProperties settings) {
        return new EmailEvents(settings);
    }

    @Bean
    EmailFiles emailFiles(Inbox inbox, EmailProperties settings) {
        return new EmailFiles(inbox, settings);
    }

    @Bean
    EmailSending emailSending(EmailServers servers, EmailProperties settings, Networks networks, Troubles troubles) {
        return new EmailSending(servers, settings, networks, troubles);
    }

    @Bean
    OutgoingLetter outgoingLetter(EmailServers servers, EmailProperties settings) {
        return new OutgoingLetter(settings, servers.session());
    }

    @Bean
    @Order(0)
    EmailReplyPublisher emailReplyPublisher(
            Inbox inbox, OutgoingLetter writer, EmailSending sending, EmailProperties settings, Clock clock) {
        return new EmailReplyPublisher(inbox, writer, sending, settings, clock);
    }

    @Bean
    LetterReceipts letterReceipts(JdbcClient jdbc, IncidentHistory history, EmailProperties settings, Clock clock) {
        return new LetterReceipts(jdbc, history, settings, clock);
    }

    @Bean
    ReceiptSending receiptSending(
            LetterReceipts receipts,
            Inbox inbox,
            OutgoingLetter writer,
            EmailSending sending,
            EmailProperties settings,
            Troubles troubles,
            ChoreLeases leases,
            Clock clock) {
        return new ReceiptSending(receipts, inbox, writer, sending, settings, troubles, leases, clock);
    }

    @Bean
    Connection emailConnection(EmailProperties settings) {
        return new Connection(
                Channel.EMAIL,
                "письма на адрес " + settings.address() + "; обращениями по 59-ФЗ они не становятся",
                "ответное письмо с того же адреса");
    }
}
