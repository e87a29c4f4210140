package ru.cur.workplace;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.directory.Directory;
import ru.cur.directory.Organisation;
import ru.cur.directory.StaffMember;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;

/** Whoever gets an account in Camunda Admin becomes known to the directory: at the next start, or when he first comes in. */
@Component
@Order(StaffRoll.AFTER_THE_DEMO)
@Transactional
class StaffRoll implements ApplicationRunner {
    static final int AFTER_THE_DEMO = 60;

    private static final String CUR = "cur";

    private final Accounts accounts;
    private final Directory directory;

    StaffRoll(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments args) {
        accounts.people().forEach(this::add);
    }

    @EventListener
    public void on(InteractiveAuthenticationSuccessEvent event) {
        accounts.person(event.getAuthentication().getName()).ifPresent(this::add);
    }

    /** What is known of a person already stays. */
    private void add(Accounts.Person person) {
        if (directory.staffMember(person.login()).isEmpty()) {
            organisationOf(person)
                    .ifPresent(organisation -> directory.putStaff(
                            new StaffMember(person.login(), organisation, person.fullName(), positionOf(person))));
        }
    }

    /** A body's people are in the group with its id, those of the CUR in its roles. */
    private Optional<String> organisationOf(Accounts.Person person) {
        Optional<String> body = person.groups().stream()
                .map(directory::organisation)
                .flatMap(Optional::stream)
                .map(Organisation::id)
                .sorted()
                .findFirst();
        boolean ofCur = Stream.concat(Role.ofCur().stream(), Stream.of(Role.ADMINISTRATOR))
                .anyMatch(role -> person.groups().contains(role.group()));
        return body.or(() -> ofCur ? Optional.of(CUR) : Optional.empty());
    }

    /** The account knows no post; the role comes nearest to it. */
    private static String positionOf(Accounts.Person person) {
        return Stream.of(Role.values())
                .filter(role -> person.groups().contains(role.group()))
                .map(Role::title)
                .findFirst()
                .orElse("");
    }
}
