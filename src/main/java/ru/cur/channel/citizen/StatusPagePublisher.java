package ru.cur.channel.citizen;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.ReplyPublisher;

/** Publishes answers of the channel {@code app}: they stand on the page of the case as soon as they count as published. */
@Component
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class StatusPagePublisher implements ReplyPublisher {
    private final CitizenAddress address;
    private final JdbcClient jdbc;

    StatusPagePublisher(CitizenAddress address, JdbcClient jdbc) {
        this.address = address;
        this.jdbc = jdbc;
    }

    @Override
    public boolean serves(Place place) {
        return Channel.APP.code().equals(place.channel());
    }

    @Override
    public Published publish(Reply reply) {
        return jdbc.sql("select number from message join incident on incident.id = incident_id"
                        + " where channel = :channel and external_id = :externalId order by part limit 1")
                .param("channel", reply.channel())
                .param("externalId", reply.place().externalId())
                .query((row, i) -> Published.at(address.of(new IncidentNumber(row.getString("number")))))
                .single();
    }
}
