package ru.cur.modeling;

import static ru.cur.CaseSteps.ACCEPT;
import static ru.cur.CaseSteps.ANSWER;
import static ru.cur.CaseSteps.APPROVE;
import static ru.cur.CaseSteps.EMERGENCY_CALL;
import static ru.cur.CaseSteps.ENDORSE;
import static ru.cur.CaseSteps.MOWN;
import static ru.cur.CaseSteps.PROOF;
import static ru.cur.CaseSteps.TOLD_BY_PHONE;
import static ru.cur.CaseSteps.assigned;
import static ru.cur.CaseSteps.resolved;
import static ru.cur.CaseSteps.route;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import ru.cur.ProcessJourney;

/** What people do with a case when nothing special happens, wherever it stands, until it is over. */
final class UsualWork {
    private static final int LONGEST_WAY = 40;
    /** What is waited for once nobody has anything to do: letters, and the author's opinion of the answer. */
    private static final List<String> LAST_TIMERS = List.of("timerEvent_sendingTime", "timerEvent_feedbackOver");

    /** Whoever works for the body that has the task. */
    private static final Map<String, String> BODIES =
            Map.of("admVladivostok", "vladivostok", "minZhkh", "mingkh", "primvodokanal", "primvodokanal");

    private static final String OWNER = "";

    /** What is done with a task. @param person login; {@link #OWNER} for whoever works for its body */
    private record Act(String person, Map<String, Object> form) {}

    private static final Map<String, Act> ACTS = Map.ofEntries(
            Map.entry("userTask_triageMessage", new Act("operator", route("IMPR-1", "VLD"))),
            Map.entry("userTask_handOverToEmergency", new Act("operator", EMERGENCY_CALL)),
            Map.entry("userTask_assignBody", new Act("curator", assigned("minZhkh"))),
            Map.entry("userTask_acceptIncident", new Act(OWNER, ACCEPT)),
            Map.entry("userTask_doWork", new Act(OWNER, MOWN)),
            Map.entry("userTask_prepareResponse", new Act(OWNER, ANSWER)),
            Map.entry("userTask_endorseResponse", new Act("vladivostokHead", ENDORSE)),
            Map.entry("userTask_approveResponse", new Act("curator", APPROVE)),
            Map.entry("userTask_publishManually", new Act("operator", TOLD_BY_PHONE)),
            Map.entry("userTask_proveCompletion", new Act(OWNER, doneOn("2026-11-23"))),
            Map.entry("userTask_callExecutor", new Act("curator", Map.of("callText", "Закончат до обеда"))),
            Map.entry("userTask_resolveBreach", new Act("head", resolved("OVERLOAD", "KEEP_WORKING"))));

    private UsualWork() {}

    /** Everything that waits is done, task by task; the author says nothing of the answer. */
    static ProcessJourney finish(ProcessJourney journey) {
        journey.runsJobs();
        for (int step = 0; step < LONGEST_WAY; step++) {
            if (!goesOn(journey)) {
                return journey.isOver();
            }
        }
        throw new AssertionError("%s does not come to its end; waiting are %s"
                .formatted(
                        journey.number(),
                        journey.tasks().map(Task::getTaskDefinitionKey).toList()));
    }

    /** @return false when nothing waits any more */
    private static boolean goesOn(ProcessJourney journey) {
        Optional<Task> task = journey.tasks().min(Comparator.comparing(Task::getTaskDefinitionKey));
        if (task.isPresent()) {
            complete(journey, task.get());
            return true;
        }
        Optional<String> timer =
                LAST_TIMERS.stream().filter(of -> hasTimer(journey, of)).findFirst();
        timer.ifPresent(journey::fires);
        return timer.isPresent();
    }

    private static void complete(ProcessJourney journey, Task task) {
        Act act = ACTS.get(task.getTaskDefinitionKey());
        if (act == null) {
            throw new AssertionError("Nobody knows what to do with " + task.getTaskDefinitionKey());
        }
        String person = act.person().equals(OWNER) ? BODIES.get(task.getTenantId()) : act.person();
        journey.completes(task.getTaskDefinitionKey(), person, act.form());
    }

    private static Map<String, Object> doneOn(String date) {
        Map<String, Object> form = new HashMap<>(PROOF);
        form.put("completedOn", date);
        return form;
    }

    private static boolean hasTimer(ProcessJourney journey, String activity) {
        return journey.timers().stream()
                .anyMatch(timer -> journey.activityOf(timer).equals(activity));
    }
}
