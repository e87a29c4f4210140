package ru.cur;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.TryCatchBlock;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/** The architecture in one place. */
@AnalyzeClasses(packages = "ru.cur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Pattern PROCESS_PACKAGE = Pattern.compile("ru\\.cur\\.\\w+\\.process(\\..*)?");

    @ArchTest
    static final ArchRule onlyTheProcessSideKnowsCamunda = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..process..", "ru.cur.workplace..", "ru.cur.platform..", "ru.cur.demo..", "ru.cur.modeling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the business must outlive the engine");

    @ArchTest
    static final ArchRule delegatesBelongToTheirDiagrams = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .resideInAPackage("..process..")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Delegate")
            .because("a diagram finds them by name, and nobody else needs them");

    @ArchTest
    static final ArchRule listenersBelongToTheirDiagrams = classes()
            .that()
            .implement(TaskListener.class)
            .should()
            .resideInAPackage("..process..")
            .andShould()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameEndingWith("Listener")
            .because("a diagram finds them by name, and nobody else needs them");

    @ArchTest
    static final ArchRule nobodyDependsOnProcessPackages = classes()
            .should(onlyDependOnTheProcessPackageThatTheyAreIn())
            .because("a module announces facts, its process listens; nobody calls into a process");

    @ArchTest
    static final ArchRule timeIsAskedAndNeverTaken = noClasses()
            .should()
            .callMethodWhere(describe("it reads the computer's clock", ArchitectureTest::takesTheTime))
            .orShould()
            .callConstructor(java.util.Date.class)
            .orShould()
            .callMethodWhere(describe("it makes a clock", ArchitectureTest::makesAClock))
            .because("tests, replays and the engine move time through the one Clock bean");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("constructors say what a class needs");

    @ArchTest
    static final ArchRule onlyReportsMakeWorkbooks = noClasses()
            .that()
            .resideOutsideOfPackages("ru.cur.reporting..", "ru.cur.channel.exchange.table")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because("figures are separate from cells, and messages from the files in which they come");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().matching("ru.cur.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be understood, tested and replaced alone");

    @ArchTest
    static final ArchRule anOutcomeIsCommitted = classes()
            .that(resideInAPackage("..process.."))
            .should(callOnlyTransactionsThatKeepTheirOutcomes())
            .because("the engine shares the transaction: a rolled-back outcome would lose its BPMN error");

    private static boolean takesTheTime(JavaMethodCall call) {
        boolean now = call.getTarget().getOwner().getPackageName().equals("java.time")
                && call.getTarget().getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean millis = call.getTarget().getOwner().isEquivalentTo(System.class)
                && call.getTarget().getName().equals("currentTimeMillis");
        return now || millis;
    }

    private static boolean makesAClock(JavaMethodCall call) {
        return call.getTarget().getOwner().isEquivalentTo(Clock.class)
                && nameMatching("system.*|tick(Millis|Seconds|Minutes)").test(call.getTarget());
    }

    private static ArchCondition<JavaClass> onlyDependOnTheProcessPackageThatTheyAreIn() {
        return new ArchCondition<>("not depend on a process package of which they are no part") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> PROCESS_PACKAGE
                                        .matcher(dependency.getTargetClass().getPackageName())
                                        .matches()
                                && !dependency.getTargetClass().getPackageName().equals(javaClass.getPackageName()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(javaClass, dependency.getDescription())));
            }
        };
    }

    /** What a delegate catches to throw a BPMN error must not roll back the transaction in which it was thrown. */
    private static ArchCondition<JavaClass> callOnlyTransactionsThatKeepTheirOutcomes() {
        return new ArchCondition<>("declare noRollbackFor where an outcome becomes a BPMN error") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getCodeUnits().stream()
                        .filter(ArchitectureTest::throwsBpmnErrors)
                        .flatMap(unit -> unit.getTryCatchBlocks().stream())
                        .forEach(block -> checkCalls(javaClass, block, events));
            }
        };
    }

    private static void checkCalls(JavaClass delegate, TryCatchBlock block, ConditionEvents events) {
        for (JavaClass outcome : block.getCaughtThrowables()) {
            calledMethods(block)
                    .filter(method -> isRolledBack(method, outcome.reflect()))
                    .forEach(method -> events.add(SimpleConditionEvent.violated(
                            delegate,
                            method + " rolls back on " + outcome.getSimpleName() + ", which " + delegate.getSimpleName()
                                    + " reports as a BPMN error")));
        }
    }

    private static boolean throwsBpmnErrors(JavaCodeUnit unit) {
        return unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(BpmnError.class));
    }

    private static Stream<Method> calledMethods(TryCatchBlock block) {
        return block.getAccessesContainedInTryBlock().stream()
                .filter(JavaMethodCall.class::isInstance)
                .map(JavaAccess::getTarget)
                .flatMap(target -> Arrays.stream(target.getOwner().reflect().getDeclaredMethods())
                        .filter(method -> method.getName().equals(target.getName())));
    }

    private static boolean isRolledBack(Method method, Class<?> outcome) {
        Transactional transactional = method.isAnnotationPresent(Transactional.class)
                ? method.getAnnotation(Transactional.class)
                : method.getDeclaringClass().getAnnotation(Transactional.class);
        return transactional != null
                && RuntimeException.class.isAssignableFrom(outcome)
                && Arrays.stream(transactional.noRollbackFor()).noneMatch(kept -> kept.isAssignableFrom(outcome));
    }
}
