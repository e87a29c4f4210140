package ru.cur.platform.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.platform.database.OneAtATime;

/** Opens the door for the first time: somebody must be able to make the other accounts. */
@Component
@Profile("!demo")
@Order(FirstAdministrator.AFTER_ROLES)
class FirstAdministrator implements ApplicationRunner {
    static final int AFTER_ROLES = 40;
    private static final int PASSWORD_BYTES = 15;
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final AdminProperties properties;
    private final JdbcClient jdbc;

    FirstAdministrator(Accounts accounts, AdminProperties properties, JdbcClient jdbc) {
        this.accounts = accounts;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        // Two nodes that start together must not both make one, with two passwords.
        OneAtATime.hold(jdbc, "first-administrator");
        if (accounts.isAnybodyIn(Role.ADMINISTRATOR)) {
            return;
        }
        String login = properties.login();
        String given = properties.password();
        String password = given == null || given.isBlank() ? random() : given;
        accounts.ensureUser(
                login, "Первый", "администратор", password, Set.of(Role.ADMINISTRATOR.group()), Optional.empty());
        if (!password.equals(given)) {
            LOG.warn(
                    "Создан первый администратор: логин {}, пароль {} (показан один раз, смените его)",
                    login,
                    password);
        }
    }

    private static String random() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
