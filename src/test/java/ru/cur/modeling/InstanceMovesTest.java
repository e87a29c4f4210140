package ru.cur.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.cur.ClockedTest;
import ru.cur.ProcessJourney;
import ru.cur.platform.MovedInstances;

/** What moving means for an instance, on small diagrams made for it. */
@ExtendWith(OutputCaptureExtension.class)
class InstanceMovesTest extends ClockedTest {
    private static final String PROCESS = "moving-sample";
    private static final String DUE = "#{clockDates.due(incidentNumber, 'TRIAGE')}";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private InstanceMoves moves;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void removeSamples() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    @DisplayName("При запуске экземпляры всех прежних версий переходят на последнюю, задачи остаются те же")
    void everyEarlierVersionIsLeft() throws Exception {
        ProcessDefinition first = deploy(one -> one.userTask("userTask_work"));
        ProcessInstance older = start(first, "A-1");
        ProcessDefinition second = deploy(one -> one.userTask("userTask_work").userTask("userTask_more"));
        ProcessInstance old = start(second, "A-2");
        String task = task(older).getId();
        ProcessDefinition third = deploy(one -> one.userTask("userTask_work").userTask("userTask_last"));
        assertThat(moves.toLatest()).isEqualTo(2);
        assertThat(definition(older)).isEqualTo(third.getId()).isEqualTo(definition(old));
        assertThat(task(older).getId()).isEqualTo(task);
        tasks.complete(task);
        assertThat(task(older).getTaskDefinitionKey()).isEqualTo("userTask_last");
        assertThat(moves.toLatest()).as("a second start").isZero();
    }

    @Test
    @DisplayName(
            "Шага больше нет: экземпляр остаётся, об этом сказано один раз, в списке он до тех пор, пока не перейдёт")
    void whatCannotBeMovedIsListed(CapturedOutput output) throws Exception {
        ProcessDefinition first = deploy(
                one -> one.userTask("userTask_gone").name("Спросить начальника").userTask("userTask_work"));
        ProcessInstance stays = start(first, "A-1");
        ProcessInstance goes = start(first, "A-2");
        tasks.complete(task(goes).getId());
        deploy(one -> one.userTask("userTask_work"));
        assertThat(moves.toLatest()).isEqualTo(1);
        assertThat(moves.toLatest()).isZero();
        String reason = "стоит на шаге «Спросить начальника» (userTask_gone), которого в новой диаграмме нет";
        assertThat(moves.unmoved()).singleElement().satisfies(unmoved -> {
            assertThat(unmoved.businessKey()).isEqualTo("A-1");
            assertThat(unmoved.version()).isEqualTo(1);
            assertThat(unmoved.latestVersion()).isEqualTo(2);
            assertThat(unmoved.reason()).isEqualTo(reason);
        });
        assertThat(output.getOut().split("A-1 остаётся на прежней версии диаграммы", -1))
                .hasSize(2);
        assertThat(definition(stays)).isEqualTo(first.getId());
        tasks.complete(task(stays).getId());
        assertThat(moves.toLatest()).as("the next start").isEqualTo(1);
        assertThat(moves.unmoved()).isEmpty();
    }

    @Test
    @DisplayName("Шаг теперь выполняют несколько человек: кто стоит на нём, остаётся; остальные переходят")
    void aStepForSeveralIsAnotherStep() throws Exception {
        ProcessDefinition first = deploy(one -> one.userTask("userTask_work").userTask("userTask_more"));
        ProcessInstance stays = start(first, "A-1");
        ProcessInstance goes = start(first, "A-2");
        tasks.complete(task(goes).getId());
        deploy(one -> one.userTask("userTask_work")
                .multiInstance()
                .cardinality("2")
                .multiInstanceDone()
                .userTask("userTask_more"));
        assertThat(moves.toLatest()).isEqualTo(1);
        assertThat(moves.unmoved())
                .singleElement()
                .extracting(UnmovedInstance::instanceId, UnmovedInstance::reason)
                .satisfies(of -> {
                    assertThat(of).first().isEqualTo(stays.getId());
                    assertThat((String) of.get(1)).contains("userTask_work").contains("устроен иначе");
                });
    }

    @Test
    @DisplayName(
            "Вокруг задачи нарисован подпроцесс, таймер теперь на нём: таймер создан заново, дата та же – её дал срок")
    void aTimerThatIsDrawnElsewhereAsksTheClocks() throws Exception {
        ProcessJourney journey = journeys.registered("Трава");
        ProcessDefinition first = deploy(diagram -> diagram.userTask("userTask_work")
                .boundaryEvent("timerEvent_due")
                .timerWithDate(DUE)
                .endEvent()
                .<UserTaskBuilder>moveToActivity("userTask_work"));
        ProcessInstance instance =
                runtime.startProcessInstanceById(first.getId(), Map.of("incidentNumber", journey.number()));
        Date due = timer(instance);
        journeys.setClock(due.toInstant().minus(Duration.ofMinutes(5)));
        deploy(diagram -> diagram.subProcess("subProcess_all")
                .embeddedSubProcess()
                .startEvent()
                .userTask("userTask_work")
                .endEvent()
                .subProcessDone()
                .boundaryEvent("timerEvent_due")
                .timerWithDate(DUE)
                .endEvent()
                .<SubProcessBuilder>moveToActivity("subProcess_all"));
        assertThat(moves.toLatest()).isEqualTo(1);
        assertThat(timer(instance)).isEqualTo(due);
        assertThat(task(instance).getTaskDefinitionKey()).isEqualTo("userTask_work");
    }

    @Test
    @DisplayName("Шаг получил другое имя: функция говорит, какое")
    void aRenamedStepIsFound() {
        ProcessDefinition first = deploy(one -> one.userTask("userTask_work"));
        ProcessDefinition second = deploy(one -> one.userTask("userTask_labour"));
        MovedInstances renaming = new MovedInstances() {
            @Override
            public String process() {
                return PROCESS;
            }

            @Override
            public Map<String, String> renamed() {
                return Map.of("userTask_work", "userTask_labour");
            }

            @Override
            public Map<String, Object> lacking(String businessKey) {
                return Map.of();
            }
        };
        assertThat(new MovePlans(runtime, repository, List.of(renaming))
                        .of(first, second)
                        .steps()
                        .getInstructions())
                .anySatisfy(step -> assertThat(step)
                        .extracting(of -> of.getSourceActivityId(), of -> of.getTargetActivityId())
                        .containsExactly("userTask_work", "userTask_labour"));
    }

    @Test
    @DisplayName("Два узла запускаются одновременно: каждый экземпляр переходит один раз")
    void nodesShareTheWork() throws Exception {
        ProcessDefinition first = deploy(one -> one.userTask("userTask_work"));
        int all = 150;
        IntStream.range(0, all).forEach(i -> start(first, "A-" + i));
        deploy(one -> one.userTask("userTask_work").userTask("userTask_more"));
        FutureTask<Integer> node = new FutureTask<>(moves::toLatest);
        new Thread(node).start();
        assertThat(moves.toLatest() + node.get()).isEqualTo(all);
        assertThat(moves.unmoved()).isEmpty();
    }

    private ProcessDefinition deploy(UnaryOperator<AbstractFlowNodeBuilder<?, ?>> middle) {
        BpmnModelInstance diagram = middle.apply(Bpmn.createExecutableProcess(PROCESS)
                        .camundaHistoryTimeToLiveString("P1D")
                        .startEvent())
                .endEvent()
                .done();
        var deployment = repository
                .createDeployment()
                .addModelInstance(PROCESS + ".bpmn", diagram)
                .deployWithResult();
        deployments.add(deployment.getId());
        return deployment.getDeployedProcessDefinitions().get(0);
    }

    private ProcessInstance start(ProcessDefinition definition, String businessKey) {
        return runtime.startProcessInstanceById(definition.getId(), businessKey);
    }

    private org.camunda.bpm.engine.task.Task task(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Date timer(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getDuedate();
    }

    private String definition(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getProcessDefinitionId();
    }
}
