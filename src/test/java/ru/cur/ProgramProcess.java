package ru.cur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, with its own database in a folder of the test. */
public final class ProgramProcess implements AutoCloseable {
    private static final int SECONDS = 120;
    private static final String END = "\0";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> output = new ArrayList<>();

    private ProgramProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "output of the program");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param classPath folders before the program's own
     * @param settings as command-line properties
     */
    public static ProgramProcess start(Path data, Map<String, String> settings, Path... classPath) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(compilation());
        command.add("-cp");
        StringBuilder path = new StringBuilder();
        for (Path folder : classPath) {
            path.append(folder).append(File.pathSeparator);
        }
        command.add(path + System.getProperty("java.class.path"));
        command.add(CurIncidentsApplication.class.getName());
        command.add("--cur.data-dir=" + data);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProgramProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** As in the JVM of the tests. */
    private static List<String> compilation() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:TieredStopAtLevel"))
                .toList();
    }

    private void read() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                lines.add(line);
                line = reader.readLine();
            }
        } catch (IOException ended) {
            lines.add("output ended: " + ended.getMessage());
        } finally {
            lines.add(END);
        }
    }

    /** The first line that holds the text. */
    String waitFor(String text) throws InterruptedException {
        return waitFor(text, SECONDS);
    }

    private String waitFor(String text, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("«%s» did not appear in:%n%s".formatted(text, String.join("\n", output)));
            }
            output.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
    }

    /** The port that the server has taken. */
    public int waitUntilStarted() throws InterruptedException {
        String line = waitFor("Tomcat started on port ");
        waitFor("Started CurIncidentsApplication");
        return portIn(line);
    }

    /** As {@link #waitUntilStarted}, and the demo's data are there. */
    public int waitUntilReady() throws InterruptedException {
        return waitUntilReady(SECONDS);
    }

    int waitUntilReady(int seconds) throws InterruptedException {
        String line = waitFor("Tomcat started on port ");
        waitFor("Остановить: Ctrl+C", seconds);
        return portIn(line);
    }

    private static int portIn(String line) {
        return Integer.parseInt(line.replaceAll(".*Tomcat started on port (\\d+).*", "$1"));
    }

    /** Everything it has said, once it has ended by itself with an error. */
    List<String> failure() throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
        assertThat(process.exitValue()).as("exit code").isNotZero();
        return rest();
    }

    /** Asks it to end, as Ctrl+C does, and waits. @return everything that it has said since what was waited for */
    List<String> stop() throws InterruptedException {
        output.clear();
        // Process.destroy would close the output, too.
        process.toHandle().destroy();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
        return rest();
    }

    private List<String> rest() throws InterruptedException {
        String line = lines.take();
        while (!line.equals(END)) {
            output.add(line);
            line = lines.take();
        }
        return output;
    }

    boolean hasSaid(String text) {
        return output.stream().anyMatch(line -> line.contains(text));
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
