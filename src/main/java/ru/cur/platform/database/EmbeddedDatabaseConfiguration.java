package ru.cur.platform.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** Without {@code spring.datasource.url} the program brings its own PostgreSQL; with it this configuration is absent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "never")
class EmbeddedDatabaseConfiguration {

    /** @param dataDir folder that holds the database between starts */
    @Validated
    @ConfigurationProperties("cur")
    record DataProperties(@NotNull @DefaultValue(".data") Path dataDir) {}

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DataProperties properties) {
        return EmbeddedDatabase.startIn(properties.dataDir().toAbsolutePath().normalize());
    }

    @Bean
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "postgres";
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }
}
