package ru.cur.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.CurTest;
import ru.cur.Visitor;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;

@CurTest
class StaffRollTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Directory directory;

    @Autowired
    private StaffRoll roll;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void dismiss() {
        for (String login : new String[] {"newcomer", "clerk", "guest"}) {
            identity.deleteUser(login);
            jdbc.sql("delete from staff where user_id = :login")
                    .param("login", login)
                    .update();
        }
    }

    @Test
    void whoeverGetsAnAccountIsKnownToTheDirectory() {
        accounts.ensureUser("newcomer", "Нина", "Новикова", "demo", Set.of("curators"), Optional.empty());
        accounts.ensureUser("clerk", "Клим", "Петров", "demo", Set.of("executors"), Optional.of("admArsenyev"));
        accounts.ensureUser("guest", "", "", "demo", Set.of(), Optional.empty());
        roll.run(null);

        assertThat(directory.staffMember("newcomer"))
                .contains(new StaffMember("newcomer", "cur", "Нина Новикова", "Кураторы ЦУР"));
        assertThat(directory.staffMember("clerk"))
                .contains(new StaffMember("clerk", "admArsenyev", "Клим Петров", "Исполнители органов"));
        assertThat(directory.staffMember("guest")).isEmpty();
        assertThat(directory.staffMember("head").orElseThrow().position()).isEqualTo("руководитель ЦУР");
    }

    @Test
    void comingInIsEnough() {
        accounts.ensureUser("clerk", "Клим", "Петров", "demo", Set.of("executors"), Optional.of("admArsenyev"));
        Visitor.following(port, "clerk");
        assertThat(directory.fullName("clerk")).isEqualTo("Клим Петров");
    }

    @Test
    void membersAreThoseWhoAreInAllOfTheGroups() {
        assertThat(accounts.membersOf("governors")).containsExactly("governor");
        assertThat(accounts.membersOf("executors", "admVladivostok")).containsExactly("vladivostok", "vladivostokHead");
        assertThat(accounts.membersOf("executors", "admVladivostok", "bodyHeads"))
                .containsExactly("vladivostokHead");
        assertThat(accounts.membersOf("executors", "curators")).isEmpty();
        assertThat(accounts.membersOf()).isEmpty();
    }

    @Test
    void aRoleYoungerThanATenantStillBelongsToIt() {
        identity.deleteTenantGroupMembership("admArsenyev", Role.GOVERNOR.group());
        accounts.ensureOrganisation("admArsenyev", "Администрация Арсеньева");
        assertThat(identity.createTenantQuery()
                        .tenantId("admArsenyev")
                        .groupMember(Role.GOVERNOR.group())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anAddressMayComeFromTheAccount() {
        accounts.ensureUser("clerk", "Клим", "Петров", "demo", Set.of("executors"), Optional.of("admArsenyev"));
        assertThat(accounts.emailOf("clerk")).isEmpty();
        User clerk = identity.createUserQuery().userId("clerk").singleResult();
        clerk.setEmail("clerk@body.example");
        identity.saveUser(clerk);
        assertThat(accounts.emailOf("clerk")).contains("clerk@body.example");
        assertThat(accounts.emailOf("nobody")).isEmpty();
    }
}
