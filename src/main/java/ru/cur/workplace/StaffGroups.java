package ru.cur.workplace;

import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.platform.database.OneAtATime;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;

/**
 * Roles, organisations, rights and prepared filters become the engine's groups, tenants, grants and filters, at each start,
 * so that a new version of the program brings them up to date.
 */
@Component
@Order(StaffGroups.FIRST)
class StaffGroups implements ApplicationRunner {
    static final int FIRST = 10;

    private final Accounts accounts;
    private final Directory directory;
    private final Grants grants;
    private final PreparedFilters filters;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    StaffGroups(
            Accounts accounts,
            Directory directory,
            Grants grants,
            PreparedFilters filters,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.accounts = accounts;
        this.directory = directory;
        this.grants = grants;
        this.filters = filters;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        // Two nodes that start together must not both find a group missing.
        OneAtATime.hold(jdbc, "staff-groups");
        Stream.of(Role.values()).forEach(accounts::ensureRole);
        accounts.ensureRestricted();
        directory
                .organisations(clock.instant().atZone(zone).toLocalDate())
                .forEach(organisation -> accounts.ensureOrganisation(organisation.id(), organisation.shortName()));
        Grant.all().forEach(grants::ensure);
        filters.write();
    }
}
