package ru.cur.workplace;

import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * A task list that everybody finds ready. Each names groups or a task, so that the engine never reads all tasks at once. In the
 * order of the screen: what is the work of one role alone stands first, because Tasklist opens with the first list.
 */
enum PreparedFilter {
    ESCALATIONS(
            "Нарушения сроков",
            "Нарушения, которые ждут руководителя ЦУР",
            "#b91c1c",
            List.of("heads"),
            query -> query.taskCandidateGroup("heads")
                    .includeAssignedTasks()
                    .taskDefinitionKey("userTask_resolveBreach")),
    APPROVAL(
            "Ответы на согласовании",
            "Ответы исполнителей, которые ждут куратора",
            "#1f5f99",
            List.of("curators", "heads"),
            query -> query.taskCandidateGroup("curators")
                    .includeAssignedTasks()
                    .taskDefinitionKey("userTask_approveResponse")),
    PERSONAL_CONTROL(
            "Ответы под личным контролем",
            "Ответы, с которыми согласен куратор: ждут вице-губернатора",
            "#b45309",
            List.of("managers", "heads"),
            query -> query.taskCandidateGroup("managers")
                    .includeAssignedTasks()
                    .taskDefinitionKey("userTask_approveByViceGovernor")),
    NEW_MESSAGES(
            "Новые сообщения",
            "Сообщения жителей, которые ещё никто не разобрал",
            "#1f5f99",
            List.of("operators", "curators", "heads"),
            query -> query.taskCandidateGroup("operators")
                    .includeAssignedTasks()
                    .taskDefinitionKey("userTask_triageMessage")),
    MINE("Мои задачи", "Что я взял в работу", "#1f5f99", Groups.WORKERS, PreparedFilter::mine),
    MY_ORGANISATION(
            "Задачи моей организации",
            "Всё, что может взять моя организация или моя роль",
            "#1f5f99",
            Groups.WORKERS,
            PreparedFilter::ours),
    DUE_TODAY("Горит: срок сегодня", "Срок истекает до конца дня", "#b45309", Groups.WORKERS, query -> ours(query)
            .dueAfterExpression("${localDay.now()}")
            .dueBeforeExpression("${localDay.end()}")),
    OVERDUE("Просрочено", "Срок уже прошёл", "#b91c1c", Groups.WORKERS, query -> ours(query)
            .dueBeforeExpression("${localDay.now()}")),
    ON_CONTROL(
            "На контроле",
            "Обещания жителям, которые надо подтвердить к дате",
            "#047857",
            Groups.WORKERS,
            query -> query.taskDefinitionKey("userTask_proveCompletion")),
    LEDGER(
            "Повреждения журнала",
            "Журнал времени изменён в обход программы: разбирает администратор",
            "#b91c1c",
            List.of("camunda-admin", "heads"),
            query -> query.taskDefinitionKey("userTask_investigateLedger"));

    /** Named here because an enum's constants can't use a static field of the enum. */
    private static final class Groups {
        static final List<String> WORKERS = List.of("operators", "curators", "heads", "executors", "bodyHeads");
    }

    private final String title;
    private final String description;
    private final String colour;
    private final List<String> readers;
    private final UnaryOperator<TaskQuery> criteria;

    PreparedFilter(
            String title, String description, String colour, List<String> readers, UnaryOperator<TaskQuery> criteria) {
        this.title = title;
        this.description = description;
        this.colour = colour;
        this.readers = readers;
        this.criteria = criteria;
    }

    private static TaskQuery mine(TaskQuery query) {
        return query.taskAssigneeExpression("${currentUser()}");
    }

    private static TaskQuery ours(TaskQuery query) {
        return query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String colour() {
        return colour;
    }

    List<String> readers() {
        return readers;
    }

    /** The soonest term first. */
    TaskQuery of(TaskQuery query) {
        return criteria.apply(query)
                .orderByDueDate()
                .asc()
                .orderByTaskPriority()
                .desc();
    }
}
