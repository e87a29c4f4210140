package ru.cur.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import ru.cur.platform.FormRefusal;

/**
 * A task is called and described by its diagram only. What a person wrote there would stay in the engine's history for
 * years, out of the reach of his right to be forgotten.
 */
final class WordsOfDiagram extends AbstractBpmnParseListener {
    private static final Set<String> WORDS = Set.of(TaskEntity.NAME, TaskEntity.DESCRIPTION);

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, WordsOfDiagram::check);
    }

    private static void check(DelegateTask task) {
        boolean byPerson = Context.getCommandContext().getAuthenticatedUserId() != null;
        if (byPerson
                && ((TaskEntity) task).getPropertyChanges().keySet().stream().anyMatch(WORDS::contains)) {
            throw new FormRefusal("Название и описание задачи задаёт схема процесса: пишите в форме задачи");
        }
    }
}
