package ru.cur;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Case management of a Regional Governance Centre: one process instance per incident. */
@Modulithic(systemName = "CUR Incidents")
@SpringBootApplication
@ConfigurationPropertiesScan
public class CurIncidentsApplication {

    /** Starts the program; a failed start ends the JVM with a non-zero exit code. */
    public static void main(String[] args) {
        SpringApplication.run(CurIncidentsApplication.class, args);
    }
}
