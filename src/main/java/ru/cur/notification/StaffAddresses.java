package ru.cur.notification;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.platform.security.Accounts;

/** The directory's address, or else the one that an administrator has typed into Camunda Admin. */
@Component
class StaffAddresses implements Addresses {
    private final Directory directory;
    private final Accounts accounts;

    StaffAddresses(Directory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    @Override
    public Optional<String> of(String login) {
        return directory.staffMember(login).map(StaffMember::email).or(() -> accounts.emailOf(login));
    }
}
