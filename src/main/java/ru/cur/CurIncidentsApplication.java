package ru.cur;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Case management of a Regional Governance Centre: one process instance per incident. */
@Modulithic(systemName = "CUR Incidents")
@SpringBootApplication
@ConfigurationPropertiesScan
public class CurIncidentsApplication {
    static {
        // The engine writes moments in the JVM's zone into columns without one: they must be UTC on every machine.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** Starts the program; a failed start ends the JVM with a non-zero exit code. */
    public static void main(String[] args) {
        SpringApplication.run(CurIncidentsApplication.class, args);
    }
}
