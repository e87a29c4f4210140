package ru.cur.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CaseSteps;
import ru.cur.CurTest;
import ru.cur.ProcessJourney;
import ru.cur.ProcessJourneys;

/** A case is walked with a mark in everything that a person writes; then every column of the engine's tables is read. */
@CurTest
class EngineKeepsNoTextsTest {
    private static final String MARK = "Жмеринка";

    @Autowired
    private ProcessJourneys journeys;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void noTextOfAPersonReachesTheEnginesTables() {
        ProcessJourney journey = journeys.registered("phone", MARK + " сообщение")
                .completes(
                        "userTask_triageMessage", "operator", marked(CaseSteps.danger("IMPR-1", "VLD"), "addressText"))
                .completes(
                        "userTask_handOverToEmergency",
                        "operator",
                        marked(
                                Map.of("emergencyServiceCode", "EDDS", "emergencyOutcome", "ACCEPTED"),
                                "spokeWithText",
                                "callText"))
                .completes(
                        "userTask_acceptIncident",
                        "vladivostok",
                        marked(
                                Map.of("acceptanceOutcome", "RETURN", "returnReasonCode", "NOT_ENOUGH_DATA"),
                                "returnText"))
                .completes(
                        "userTask_assignBody",
                        "curator",
                        marked(Map.of("assignOutcome", "ASSIGN", "bodyId", "admVladivostok"), "assignText"))
                .completes("userTask_acceptIncident", "vladivostok", CaseSteps.ACCEPT)
                .completes(
                        "userTask_doWork",
                        "vladivostok",
                        marked(CaseSteps.involve("primvodokanal"), "partText", "workText"))
                .completes(
                        "userTask_doPart", "primvodokanal", marked(Map.of("partOutcome", "DECLINE"), "partReportText"))
                .completes(
                        "userTask_doWork",
                        "vladivostok",
                        marked(CaseSteps.documentsOf("primvodokanal"), "documentsText"))
                .completes(
                        "userTask_provideDocuments",
                        "primvodokanal",
                        marked(Map.of("documentsOutcome", "UNAVAILABLE"), "documentsAnswerText"))
                .completes(
                        "userTask_doWork",
                        "vladivostok",
                        marked(
                                Map.of(
                                        "workOutcome",
                                        "MORE_TIME",
                                        "extensionAmount",
                                        1,
                                        "extensionUnitCode",
                                        "WORKING_HOURS"),
                                "extensionText"))
                .completes(
                        "userTask_decideExtension",
                        "curator",
                        marked(Map.of("extensionOutcome", "REFUSE"), "decisionText"))
                .completes(
                        "userTask_doWork",
                        "vladivostok",
                        marked(
                                Map.of("workOutcome", "PLANNED", "evidenceUrl", "https://" + MARK),
                                "workText",
                                "workPlaceText",
                                "refusalNormText"))
                .fires("timerEvent_answerHalfPassed")
                .fires("timerEvent_levelReached")
                .fires("timerEvent_levelReached")
                .completes("userTask_callExecutor", "curator", marked(Map.of(), "callText"))
                .fires("timerEvent_levelReached")
                .completes(
                        "userTask_resolveBreach",
                        "head",
                        marked(Map.of("breachCauseCode", "OVERLOAD", "breachDecisionCode", "CALL_HEAD"), "breachText"))
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        marked(
                                Map.of("promisedOn", "2026-11-27"),
                                "doneText",
                                "planText",
                                "refusalText",
                                "legalGroundText",
                                "responseText"))
                .completes(
                        "userTask_approveResponse",
                        "curator",
                        marked(Map.of("approvalOutcome", "RETURN", "reworkReasonCode", "TONE"), "returnText"))
                .completes(
                        "userTask_prepareResponse",
                        "vladivostok",
                        marked(Map.of("promisedOn", "2026-11-27"), "planText", "responseText", "unknownField"))
                .completes("userTask_approveResponse", "curator", CaseSteps.APPROVE)
                .completes(
                        "userTask_publishManually",
                        "operator",
                        marked(Map.of("publishWayCode", "BY_PHONE"), "publishText"))
                .completes(
                        "userTask_proveCompletion",
                        "vladivostok",
                        marked(
                                Map.of(
                                        "controlOutcome",
                                        "MOVE_DATE",
                                        "newControlOn",
                                        "2026-11-30",
                                        "promiseDocumentUrl",
                                        "https://" + MARK),
                                "moveText"))
                .completes(
                        "userTask_decideNewDate", "curator", marked(Map.of("newDateOutcome", "REFUSE"), "decisionText"))
                .completes(
                        "userTask_proveCompletion",
                        "vladivostok",
                        marked(
                                Map.of(
                                        "controlOutcome",
                                        "PROVED",
                                        "completedOn",
                                        "2026-11-23",
                                        "evidenceUrl",
                                        "https://" + MARK + "/done.jpg"),
                                "proofText"))
                .completes("userTask_approveResponse", "curator", CaseSteps.APPROVE)
                .completes(
                        "userTask_publishManually",
                        "operator",
                        marked(Map.of("publishWayCode", "BY_PHONE"), "publishText"));
        journey.closes().isOver();
        journeys.releaseClock();

        assertThat(columnsWithTheMark("act\\_hi\\_%")).isEmpty();
        assertThat(columnsWithTheMark("act\\_ru\\_%")).isEmpty();
        assertThat(columnsWithTheMark("act\\_ge\\_%")).isEmpty();
        // The search itself finds what is there.
        assertThat(columnsWithTheMark("message")).containsExactly("message.text");
    }

    private static Map<String, Object> marked(Map<String, Object> form, String... texts) {
        Map<String, Object> marked = new java.util.HashMap<>(form);
        for (String text : texts) {
            marked.put(text, MARK + " " + text);
        }
        return marked;
    }

    private List<String> columnsWithTheMark(String tables) {
        return jdbc
                .sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where table_schema = 'public' and table_name like ?"
                        + " and data_type in ('text', 'character varying', 'bytea')")
                .param(tables)
                .query((row, i) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .list()
                .stream()
                .filter(column -> holdsTheMark(column[0], column[1], column[2].equals("bytea")))
                .map(column -> column[0] + "." + column[1])
                .toList();
    }

    private boolean holdsTheMark(String table, String column, boolean binary) {
        String condition = binary ? "position(:mark in %s) > 0" : "%s like '%%' || :mark || '%%'";
        Object mark = binary ? MARK.getBytes(StandardCharsets.UTF_8) : MARK;
        return jdbc.sql("select exists (select 1 from %s where %s)".formatted(table, condition.formatted(column)))
                .param("mark", mark)
                .query(Boolean.class)
                .single();
    }
}
