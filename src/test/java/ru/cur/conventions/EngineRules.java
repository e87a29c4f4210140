package ru.cur.conventions;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.instance.Decision;

/** What the engine needs to know: history, jobs, and that what is called exists. */
final class EngineRules extends Rules {
    private static final Pattern CAMUNDA_DAYS = Pattern.compile("P[1-9]\\d*D");

    EngineRules(ProjectModels project) {
        super(project);
    }

    List<String> historyIsKeptForWholeDays() {
        return complaints(complain -> {
            elements(
                    Process.class,
                    (file, process) -> complain.unless(
                            isDays(process.getCamundaHistoryTimeToLiveString()),
                            file,
                            "history time to live is " + process.getCamundaHistoryTimeToLiveString()));
            decisions(
                    Decision.class,
                    (file, decision) -> complain.unless(
                            isDays(decision.getCamundaHistoryTimeToLiveString()),
                            file,
                            "history time to live is " + decision.getCamundaHistoryTimeToLiveString()));
        });
    }

    /**
     * A message from outside is committed before it is worked on; what follows on a timer that ends a task is a job of its
     * own, too. A timer beside a task only hands a message to another process, which begins with a job.
     */
    List<String> messageStartsAndTimersContinueInAJob() {
        return complaints(complain -> elements(CatchEvent.class, (file, event) -> {
            boolean messageStart = event instanceof StartEvent && defines(event, MessageEventDefinition.class);
            boolean endsATask = event instanceof BoundaryEvent boundary
                    && boundary.cancelActivity()
                    && defines(event, TimerEventDefinition.class);
            complain.unless(
                    !(messageStart || endsATask) || event.isCamundaAsyncAfter(),
                    file,
                    event.getId() + " is not asyncAfter");
        }));
    }

    /** What leaves the house can be refused there, so it has an error event; it is tried again and holds no other step back. */
    List<String> whatLeavesTheHouseIsAJobWithRetries() {
        return complaints(complain -> {
            elements(BoundaryEvent.class, (file, event) -> {
                if (defines(event, ErrorEventDefinition.class) && event.getAttachedTo() instanceof ServiceTask task) {
                    complain.unless(task.isCamundaAsyncBefore(), file, task.getId() + " is not asyncBefore");
                }
            });
            elements(
                    ServiceTask.class,
                    (file, task) -> complain.unless(
                            task.isCamundaAsyncBefore()
                                    ? areGrowing(retries(task))
                                    : retries(task).isEmpty(),
                            file,
                            task.getId() + ": asyncBefore and at least three growing pauses go together"));
        });
    }

    List<String> whatIsCalledExists() {
        return complaints(complain -> {
            Set<String> processes = stems(project.diagrams().keySet());
            Set<String> decisions = stems(project.decisions().keySet());
            elements(CallActivity.class, (file, call) -> {
                complain.unless(
                        processes.contains(call.getCalledElement()),
                        file,
                        call.getId() + " calls " + call.getCalledElement());
                complain.unless(
                        extensions(call, CamundaIn.class)
                                .anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                        file,
                        call.getId() + " does not pass on the number of the case as business key");
            });
            elements(
                    BusinessRuleTask.class,
                    (file, task) -> complain.unless(
                            decisions.contains(task.getCamundaDecisionRef()),
                            file,
                            task.getId() + " asks " + task.getCamundaDecisionRef()));
        });
    }

    private static String retries(ServiceTask task) {
        return extensions(task, CamundaFailedJobRetryTimeCycle.class)
                .map(cycle -> cycle.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static boolean areGrowing(String pauses) {
        List<Duration> series = Pattern.compile(",")
                .splitAsStream(pauses)
                .filter(pause -> pause.matches("PT\\d+[MH]"))
                .map(Duration::parse)
                .toList();
        return series.size() >= 3
                && series.size() == pauses.split(",").length
                && series.equals(series.stream().sorted().distinct().toList());
    }

    private static boolean defines(Event event, Class<? extends EventDefinition> type) {
        return !event.getChildElementsByType(type).isEmpty();
    }

    private static boolean isDays(String timeToLive) {
        return timeToLive != null && CAMUNDA_DAYS.matcher(timeToLive).matches();
    }

    private static Set<String> stems(Collection<String> files) {
        return files.stream().map(ProjectModels::stem).collect(Collectors.toSet());
    }
}
