package ru.cur.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a cell says, it means what it means to the library. */
class LiteralFeelTest {
    private static final FeelEngine LIBRARY = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine OURS = new LiteralFeel(LIBRARY);

    private static final VariableContext VARIABLES = Variables.createVariables()
            .putValue("category", "ROAD-1")
            .putValue("danger", true)
            .putValue("count", 3)
            .putValue("level", 3L)
            .putValue("at", Date.from(Instant.EPOCH))
            .putValue("nothing", null)
            .asVariableContext();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"8 WORKING_HOURS\"",
                "  \"ROAD-1\" ",
                "\"\"",
                "\"a \\\"quoted\\\" word\"",
                "\"a\" + \"b\"",
                "category",
                "danger",
                "count",
                "level",
                "at",
                "nothing",
                "true",
                "null",
                "if nothing = null then \"1 CALENDAR_HOURS\" else nothing",
                "if category = null then \"1 CALENDAR_HOURS\" else category",
                "if unknown = null then \"1 CALENDAR_HOURS\" else unknown",
                "if count = null then \"1 CALENDAR_HOURS\" else count",
                "if category = null then \"1 CALENDAR_HOURS\" else nothing"
            })
    void anExpressionHasTheSameValue(String cell) {
        Object expected = LIBRARY.evaluateSimpleExpression(cell, VARIABLES);
        Object actual = OURS.evaluateSimpleExpression(cell, VARIABLES);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "\"ROAD-1\"",
                "\"ROAD-2\"",
                "\"ROAD-2\",\"ROAD-1\"",
                "\"ROAD-2\" , \"ROAD-3\"",
                "\"ROAD-2\",\"\"",
                "\"ROAD-1,ROAD-2\"",
                "not(\"ROAD-1\")",
                "starts with(?, \"ROAD\")",
                "null",
                "true",
                "3",
                "4",
                "-3",
                " 003",
                "3.0",
                "3,4",
                "< 4"
            })
    void aTestGivesTheSameAnswer(String cell) {
        for (Object input : Arrays.asList(
                "ROAD-1", "ROAD-2", "road-1", "", "ROAD-1\",\"ROAD-2", null, true, 3, 3L, -3L, (short) 3, 3.0, "3")) {
            VariableContext variables =
                    Variables.createVariables().putValue("cellInput", input).asVariableContext();
            assertThat(answer(OURS, cell, variables))
                    .as("%s for %s", cell, input)
                    .isEqualTo(answer(LIBRARY, cell, variables));
        }
    }

    /** A comparison that means nothing is an answer, too. */
    private static String answer(FeelEngine feel, String cell, VariableContext variables) {
        try {
            return String.valueOf(feel.evaluateSimpleUnaryTests(cell, "cellInput", variables));
        } catch (FeelException e) {
            return "refused";
        }
    }

    @Test
    void mostCellsNeverReachTheLibrary() {
        FeelEngine alone = new LiteralFeel(null);
        assertThat(alone.<String>evaluateSimpleExpression("\"P0\"", VARIABLES)).isEqualTo("P0");
        assertThat(alone.<String>evaluateSimpleExpression("category", VARIABLES))
                .isEqualTo("ROAD-1");
        assertThat(alone.<String>evaluateSimpleExpression(
                        "if nothing = null then \"8 WORKING_HOURS\" else nothing", VARIABLES))
                .isEqualTo("8 WORKING_HOURS");
        assertThat(alone.evaluateSimpleUnaryTests("\"ROAD-1\",\"ROAD-2\"", "category", VARIABLES))
                .isTrue();
        assertThat(alone.evaluateSimpleUnaryTests("-", "category", VARIABLES)).isTrue();
        assertThat(alone.evaluateSimpleUnaryTests("3", "level", VARIABLES)).isTrue();
        assertThat(alone.<Long>evaluateSimpleExpression("level", VARIABLES)).isEqualTo(3L);
    }
}
