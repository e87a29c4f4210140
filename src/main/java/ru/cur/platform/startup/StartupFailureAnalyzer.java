package ru.cur.platform.startup;

import java.net.ConnectException;
import java.sql.SQLException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import ru.cur.platform.StartupRefusal;

/** Finds, in the chain of causes of a failed start, the one that the operator can mend, and says it in one line. */
class StartupFailureAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = explain(cause);
            if (line != null) {
                return new FailureAnalysis(line, null, failure);
            }
        }
        return null;
    }

    private static String explain(Throwable cause) {
        if (cause instanceof StartupRefusal refusal) {
            return refusal.getMessage();
        }
        if (cause instanceof PortInUseException port) {
            return "Порт %d занят другой программой. Остановите её или задайте другой порт в SERVER_PORT."
                    .formatted(port.getPort());
        }
        if (cause instanceof ConnectException) {
            return "Нет соединения с сервером базы данных: %s. Проверьте SPRING_DATASOURCE_URL."
                    .formatted(cause.getMessage());
        }
        // Class 08 and 28, 3D000 (SQL standard, PostgreSQL appendix A): no connection, refused login, no such database.
        if (cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().matches("08.*|28.*|3D000")) {
            return "База данных недоступна: %s. Проверьте SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME и SPRING_DATASOURCE_PASSWORD."
                    .formatted(oneLine(sql.getMessage()));
        }
        return null;
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
    }
}
