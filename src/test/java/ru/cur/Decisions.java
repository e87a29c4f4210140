package ru.cur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Asks a decision of {@code bpmn/} directly, without a process engine. */
public final class Decisions {
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    private Decisions(DmnDecision decision) {
        this.decision = decision;
    }

    /** @param file path below {@code bpmn/}; the decision has the name of the file */
    public static Decisions of(String file) {
        Path path = Path.of("bpmn", file);
        String id = path.getFileName().toString().replace(".dmn", "");
        try (InputStream model = Files.newInputStream(path)) {
            return new Decisions(ENGINE.parseDecision(id, model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the matching row says, by name of the output. */
    public Map<String, Object> rowFor(Map<String, Object> variables) {
        DmnDecisionResult result = ENGINE.evaluateDecision(decision, variables);
        return result.getSingleResult().getEntryMap();
    }

    /** The only output of the matching row. */
    public Object answerTo(Map<String, Object> variables) {
        return ENGINE.evaluateDecision(decision, variables).getSingleEntry();
    }
}
