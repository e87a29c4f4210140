package ru.cur.incident;

import java.time.Instant;
import java.util.List;

/** Steps of a case that the engine has tried in vain and waits with: nothing is lost, somebody must let it try again. */
public interface StoppedSteps {

    /**
     * A step that waits.
     *
     * @param id of the attempt
     * @param explanation what has stopped and why, in Russian
     */
    record Step(String id, String explanation, Instant since) {}

    /** Oldest first; none mostly. */
    List<Step> of(IncidentNumber number);

    /**
     * Lets the engine try the step once more, soon.
     *
     * @param id of a step of this case
     * @throws CaseRefusal when the case has no such step any more
     */
    void retry(IncidentNumber number, String id, String actor);
}
