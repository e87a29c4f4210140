package ru.cur.channel.citizen;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentNumber;
import ru.cur.platform.web.ProgramAddress;

/** Where everybody sees how a case stands. */
@Component
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
public class CitizenAddress {
    private final ProgramAddress program;

    CitizenAddress(ProgramAddress program) {
        this.program = program;
    }

    /** The page of a case. */
    public String of(IncidentNumber number) {
        return program.linkTo("/citizen/requests/" + number);
    }

    /** A picture that has gone out with a public answer of the case. */
    public String photo(IncidentNumber number, long id) {
        return program.linkTo("/citizen/requests/%s/photos/%d".formatted(number, id));
    }
}
