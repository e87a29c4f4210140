package ru.cur.incident.process;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.incident.process.IncidentHandlingProcess.Variables;
import ru.cur.platform.BodyProcesses;
import ru.cur.platform.CarriedTexts;

/** Tells the platform which processes are the work of one body, and which texts the processes of a case carry. */
@Configuration(proxyBeanMethods = false)
class IncidentProcessConfiguration {

    @Bean
    BodyProcesses workOfBodies() {
        return new BodyProcesses(
                Set.of(ExecutionProcess.ID, CoExecutionProcess.ID, DocumentRequestProcess.ID, PromiseControlProcess.ID),
                Variables.BODY_ID);
    }

    @Bean
    CarriedTexts incidentTexts() {
        return CarriedTexts.of(
                Variables.INCIDENT_NUMBER,
                Variables.SEVERITY,
                Variables.CATEGORY_CODE,
                Variables.CATEGORY_NAME,
                Variables.MUNICIPALITY_CODE,
                Variables.MUNICIPALITY_NAME,
                Variables.BODY_ID,
                Variables.BODY_NAME,
                Variables.EXECUTOR_ID,
                Variables.CATEGORY_PRIORITY,
                Variables.CATEGORY_FIRST_ANSWER_TERM,
                Variables.CATEGORY_SOLUTION_TERM,
                Variables.LEGAL_REGIME,
                Variables.TRIAGE_OUTCOME,
                Variables.TRIAGE_TERM,
                Variables.ACCEPTANCE_TERM,
                Variables.FIRST_ANSWER_TERM,
                Variables.APPROVAL_TERM,
                Variables.PUBLICATION_TERM,
                Variables.SOLUTION_TERM,
                Variables.LEGAL_TERM,
                Variables.ANSWER_CLOCK,
                Variables.ROUTING,
                Variables.EXECUTION_OUTCOME,
                ExecutionProcess.Variables.ACCEPTANCE_OUTCOME,
                ExecutionProcess.Variables.SUGGESTED_BODY_ID,
                Variables.RESTRICTION,
                Variables.WORK_SIZE,
                Variables.ASSIGN_OUTCOME,
                Variables.EMERGENCY_OUTCOME,
                Variables.FOLLOW_UP_OUTCOME,
                Variables.COMPLAINT_AGAINST_ID,
                Variables.CLOSING_RESULT,
                AuthorQuestionProcess.Variables.QUESTION_OUTCOME,
                AuthorQuestionProcess.Variables.QUESTION_DECISION,
                AuthorFeedbackProcess.Variables.CALL_OUTCOME,
                AuthorFeedbackProcess.Variables.FEEDBACK_OUTCOME,
                AppealDisposalProcess.Variables.DISPOSAL,
                AppealDisposalProcess.Variables.NO_ANSWER_GROUND,
                AppealDisposalProcess.Variables.NO_ANSWER_OUTCOME,
                AppealDisposalProcess.Variables.DISPOSAL_OUTCOME,
                MassIncidentProcess.Variables.MASS_STATE);
    }
}
