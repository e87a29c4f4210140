package ru.cur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Writes down, after each class of tests, at which flow nodes the tests of this JVM have been until then; {@link
 * DiagramCoverageIT} reads what all JVMs have written.
 */
final class DiagramWalks extends AbstractTestExecutionListener {
    static final Path FOLDER = Path.of("target", "diagram-coverage");

    private static final String WALKED = "select distinct proc_def_key_ || '#' || act_id_ from act_hi_actinst";

    /** Some tests empty the history after themselves. */
    private static final Set<String> SO_FAR = new TreeSet<>();

    @Override
    public void afterTestClass(TestContext test) {
        JdbcClient jdbc = test.getApplicationContext().getBean(JdbcClient.class);
        SO_FAR.addAll(jdbc.sql(WALKED).query(String.class).list());
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(System.getProperty("test.jvm", "jvm") + ".walked"), SO_FAR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
