package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Tells a browser that a file comes, and how it is called. */
final class Downloads {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Downloads() {}

    static void xlsx(String name, HttpServletResponse response) {
        announce(name + ".xlsx", XLSX, response);
    }

    static void csv(String name, HttpServletResponse response) {
        announce(name + ".csv", "text/csv;charset=UTF-8", response);
    }

    private static void announce(String fileName, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
