package ru.cur.incident;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.reply.CaseBrief;
import ru.cur.reply.CaseBriefs;

/** What an answer must know of its case. */
@Component
class IncidentBriefs implements CaseBriefs {
    private final IncidentStore incidents;
    private final MessageStore messages;
    private final Directory directory;

    IncidentBriefs(IncidentStore incidents, MessageStore messages, Directory directory) {
        this.incidents = incidents;
        this.messages = messages;
        this.directory = directory;
    }

    @Override
    public CaseBrief of(String number) {
        Incident incident = incidents.find(new IncidentNumber(number)).orElseThrow();
        return new CaseBrief(
                messages.of(incident.number()).stream()
                        .map(message -> new CaseBrief.Letter(
                                message.channel(),
                                message.authorName(),
                                message.authorContact(),
                                message.currentText()))
                        .toList(),
                incident.address(),
                Optional.ofNullable(incident.bodyId())
                        .flatMap(directory::organisation)
                        .map(Organisation::shortName)
                        .orElse(null),
                incident.categoryCode());
    }
}
