package ru.cur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Writes down, after each class of tests, at which flow nodes the tests of this JVM have been; {@link DiagramCoverageIT} reads
 * what all JVMs have written.
 */
final class DiagramWalks extends AbstractTestExecutionListener {
    static final Path FOLDER = Path.of("target", "diagram-coverage");

    private static final String WALKED =
            "select distinct proc_def_key_ || '#' || act_id_ from act_hi_actinst order by 1";

    @Override
    public void afterTestClass(TestContext test) {
        JdbcClient jdbc = test.getApplicationContext().getBean(JdbcClient.class);
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve("jvm-%s.walked".formatted(System.getProperty("surefire.forkNumber", "1"))),
                    jdbc.sql(WALKED).query(String.class).list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
