package ru.cur;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole program on a port of its own, with the people of the demo and no case. All such tests share one context, as a
 * JVM can hold one engine only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("demo")
@SpringBootTest(
        classes = {CurIncidentsApplication.class, CurTestConfiguration.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "cur.demo.cases=0",
            "cur.background=false",
            "cur.security.max-sessions=2",
            "logging.level.root=warn"
        })
@TestExecutionListeners(listeners = DiagramWalks.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ContextConfiguration(initializers = CurTestConfiguration.OwnDatabase.class)
public @interface CurTest {}
