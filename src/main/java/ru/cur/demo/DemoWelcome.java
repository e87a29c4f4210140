package ru.cur.demo;

import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where to go and who may log in as whom. */
@Component
@Profile("demo")
class DemoWelcome {
    private final ServletWebServerApplicationContext server;
    private final DemoProperties properties;

    DemoWelcome(ServletWebServerApplicationContext server, DemoProperties properties) {
        this.server = server;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void sayHello() {
        String address = "http://localhost:" + server.getWebServer().getPort();
        String people = DemoPeople.ALL.stream()
                .map(person -> "    %-16s %s, %s".formatted(person.login(), person.fullName(), person.position()))
                .collect(Collectors.joining("\n"));
        System.out.println("""

                ════════════════════════════════════════════════════════════════════════
                  ЦУР Приморского края работает: %1$s

                  Задачи    %1$s/camunda/app/tasklist/
                  Отчёты    %1$s/reports
                  Лента     %1$s/demo/feed%4$s
                  Процессы  %1$s/camunda/app/cockpit/
                  API       %1$s/swagger-ui.html (ключ приёма сообщений: demo)

                  Пароль у всех один: %2$s
                %3$s

                  Остановить: Ctrl+C. Данные останутся в папке .data
                ════════════════════════════════════════════════════════════════════════
                """.formatted(address, DemoPeople.PASSWORD, people, stories(address)));
    }

    /** Where the two stories of the beginning can be read; they are there unless the demo is empty. */
    private String stories(String address) {
        return properties.cases() == 0
                ? ""
                : ("\n              стадион школы № 54: %1$s/demo/feed?text=Пацаева"
                                + "\n              люк в Арсеньеве:    %1$s/demo/feed?text=люк")
                        .formatted(address);
    }
}
