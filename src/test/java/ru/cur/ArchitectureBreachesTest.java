package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.Workbook;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules of {@link ArchitectureTest} notice what they forbid. */
class ArchitectureBreachesTest {

    record KnowsTheEngine(RuntimeService runtime) {}

    record MakesAWorkbook(Workbook book) {}

    static final class TakesTheTime {
        final Instant taken = Instant.now();
    }

    static final class TakesMilliseconds {
        final long taken = System.currentTimeMillis();
    }

    static final class MakesAClock {
        final Clock own = Clock.systemUTC();
    }

    static final class InjectedIntoAField {
        @Autowired
        Clock clock;
    }

    static final class AsksTheTime {
        final Instant asked;

        AsksTheTime(Clock clock) {
            this.asked = Instant.now(clock);
        }
    }

    /** In the wrong package, public and with the wrong name. */
    public static final class CloseIncident implements JavaDelegate {
        @Override
        public void execute(DelegateExecution execution) {}
    }

    /** In the wrong package, public and with the wrong name. */
    public static final class Accept implements TaskListener {
        @Override
        public void notify(DelegateTask task) {}
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void aRuleNoticesItsBreach(ArchRule rule, Class<?> breach) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(breach)).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    static List<Arguments> breaches() {
        return List.of(
                Arguments.of(ArchitectureTest.onlyTheProcessSideKnowsCamunda, KnowsTheEngine.class),
                Arguments.of(ArchitectureTest.delegatesBelongToTheirDiagrams, CloseIncident.class),
                Arguments.of(ArchitectureTest.listenersBelongToTheirDiagrams, Accept.class),
                Arguments.of(ArchitectureTest.timeIsAskedAndNeverTaken, TakesTheTime.class),
                Arguments.of(ArchitectureTest.timeIsAskedAndNeverTaken, TakesMilliseconds.class),
                Arguments.of(ArchitectureTest.timeIsAskedAndNeverTaken, MakesAClock.class),
                Arguments.of(ArchitectureTest.nothingIsInjectedIntoFields, InjectedIntoAField.class),
                Arguments.of(ArchitectureTest.onlyReportsMakeWorkbooks, MakesAWorkbook.class));
    }

    @Test
    void theTimeMayBeAskedOfAClock() {
        assertThat(ArchitectureTest.timeIsAskedAndNeverTaken
                        .evaluate(new ClassFileImporter().importClasses(AsksTheTime.class))
                        .hasViolation())
                .isFalse();
    }
}
