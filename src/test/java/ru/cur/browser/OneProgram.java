package ru.cur.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import ru.cur.ProgramProcess;

/** The demo without cases, started for the first story that needs it and ended after the last test of this JVM. */
final class OneProgram implements ParameterResolver {

    /** Where it answers. */
    record Port(int number) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Port.class;
    }

    @Override
    public Port resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneProgram.class))
                .getOrComputeIfAbsent("program", key -> Running.start(), Running.class)
                .port();
    }

    private record Running(ProgramProcess program, Path data, Port port) implements CloseableResource {

        static Running start() {
            try {
                Path data = Files.createTempDirectory("browser-stories");
                ProgramProcess program = ProgramProcess.start(
                        data, Map.of("server.port", "0", "spring.profiles.active", "demo", "cur.demo.cases", "0"));
                return new Running(program, data, new Port(program.waitUntilReady()));
            } catch (Exception e) {
                throw new IllegalStateException("The program did not start", e);
            }
        }

        @Override
        public void close() throws Exception {
            program.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
