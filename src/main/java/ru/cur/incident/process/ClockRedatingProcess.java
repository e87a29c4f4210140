package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;

import ru.cur.platform.ProcessVariable;
import ru.cur.sla.clock.Redating.Step;

/** Everything Java knows about bpmn/incident/clock-redating.bpmn, by name. The business key is the id of the re-dating. */
final class ClockRedatingProcess {
    static final String ID = "clock-redating";
    static final String REDATING_REQUESTED = "incident.redatingRequested";
    static final String REDATING_RESUMED = "incident.redatingResumed";

    private ClockRedatingProcess() {}

    static final class Variables {
        static final ProcessVariable<Step> REDATING_STEP = enumOf("redatingStep", Step.class);

        private Variables() {}
    }
}
