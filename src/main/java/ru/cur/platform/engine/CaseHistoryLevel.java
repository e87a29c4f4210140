package ru.cur.platform.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Keeps what reports and audit need: instances, activities, tasks, identity links, decisions, failures and who did what.
 * Leaves out the details of every variable update and the log of jobs that went well (cost without a reader), and every
 * text that is not {@link ru.cur.platform.CarriedTexts carried} by a process: history tables hold no personal data.
 */
final class CaseHistoryLevel extends AbstractHistoryLevel {
    static final String NAME = "case";
    private static final int ID = 32;

    private static final Set<HistoryEventTypes> NEVER = EnumSet.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE);

    private final Predicate<String> carried;

    CaseHistoryLevel(Predicate<String> carried) {
        this.carried = carried;
    }

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (NEVER.stream().anyMatch(never -> isSame(type, never))) {
            return false;
        }
        return !(entity instanceof VariableInstanceEntity variable)
                || !isText(variable)
                || carried.test(variable.getName());
    }

    private static boolean isSame(HistoryEventType one, HistoryEventType other) {
        return one.getEntityType().equals(other.getEntityType())
                && one.getEventName().equals(other.getEventName());
    }

    /** Everything that is not a flag, a number or a moment may hold what a person wrote. */
    private static boolean isText(VariableInstanceEntity variable) {
        return !Set.of("boolean", "long", "integer", "double", "date", "null").contains(variable.getTypeName());
    }
}
