package ru.cur.channel.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import ru.cur.channel.Channel;
import ru.cur.incident.IncidentResult;
import ru.cur.incident.IncidentStatus;
import ru.cur.incident.LegalRegime;

/** What another system has words of its own for. */
public enum WordTopic {
    KIND,
    NETWORK,
    STATUS;

    /** Results of a closed case that the applicant is told as statuses. */
    private static final IncidentResult[] TOLD = {IncidentResult.REFUSED, IncidentResult.WITHDRAWN};

    boolean belongsTo(ExchangeSource source) {
        return this == STATUS || (this == KIND) == (source == ExchangeSource.POS);
    }

    /** Whether several words can mean the same: those that are read, not those that are written. */
    boolean isRead() {
        return this != STATUS;
    }

    /** Codes and what people read of them, in their order. */
    Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        switch (this) {
            case KIND ->
                Stream.of(LegalRegime.POS_MESSAGE, LegalRegime.APPEAL_59FZ)
                        .forEach(regime -> meanings.put(regime.name(), regime.title()));
            case NETWORK ->
                Arrays.stream(Channel.values())
                        .filter(channel -> channel != Channel.POS)
                        .forEach(channel -> meanings.put(channel.code(), channel.title()));
            case STATUS -> {
                Arrays.stream(IncidentStatus.values()).forEach(status -> meanings.put(status.name(), status.title()));
                Arrays.stream(TOLD)
                        .forEach(result ->
                                meanings.put(result.name(), IncidentStatus.CLOSED.title() + ": " + result.title()));
            }
        }
        return meanings;
    }
}
