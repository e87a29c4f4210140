package ru.cur.incident.process;

import static ru.cur.platform.ProcessVariable.enumOf;
import static ru.cur.platform.ProcessVariable.flag;

import ru.cur.incident.MassIncidents;
import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/incident/mass-incident.bpmn, by name. */
final class MassIncidentProcess {
    static final String ID = "mass-incident";
    static final String MASS_MOVED = "incident.massMoved";

    private MassIncidentProcess() {}

    static final class Variables {
        static final ProcessVariable<MassIncidents.State> MASS_STATE = enumOf("massState", MassIncidents.State.class);
        static final ProcessVariable<Boolean> FINAL_GIVEN = flag("finalGiven");

        private Variables() {}
    }
}
