package ru.cur.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.directory.ViceGovernors;
import ru.cur.platform.security.Accounts;
import ru.cur.platform.security.Role;

/** Somebody for each role; everybody's password is {@value #PASSWORD}. */
@Component
@Profile("demo")
@Order(DemoPeople.AFTER_ORGANISATIONS)
class DemoPeople implements ApplicationRunner {
    static final int AFTER_ORGANISATIONS = 50;
    static final String PASSWORD = "demo";

    private static final String CUR = "cur";

    /** @param organisation id in the directory @param roles groups of the person */
    record Person(
            String login, String firstName, String lastName, String position, String organisation, Set<String> roles) {

        String fullName() {
            return firstName + " " + lastName;
        }

        String email() {
            return login + "@cur.example";
        }
    }

    static final List<Person> ALL = List.of(
            new Person("admin", "Андрей", "Ремизов", "администратор системы", CUR, Set.of("camunda-admin")),
            new Person("operator", "Ольга", "Сомова", "оператор ЦУР", CUR, Set.of("operators")),
            new Person("curator", "Кирилл", "Лазарев", "куратор ЦУР", CUR, Set.of("curators", "restricted")),
            new Person("head", "Елена", "Воронцова", "руководитель ЦУР", CUR, Set.of("heads", "restricted")),
            new Person("manager", "Максим", "Дорохов", "вице-губернатор", CUR, Set.of("managers")),
            new Person("managerSocial", "Светлана", "Руднева", "вице-губернатор", CUR, Set.of("managers")),
            new Person("governor", "Глеб", "Орлов", "губернатор", CUR, Set.of("governors", "restricted")),
            new Person("analyst", "Анна", "Кравец", "аналитик ЦУР", CUR, Set.of("analysts")),
            executor("vladivostok", "Вера", "Тихонова", "специалист по благоустройству", "admVladivostok"),
            new Person(
                    "vladivostokHead",
                    "Виктор",
                    "Гаврилов",
                    "начальник управления",
                    "admVladivostok",
                    Set.of("executors", "bodyHeads")),
            executor("arsenyev", "Артём", "Белов", "специалист администрации", "admArsenyev"),
            executor("primvodokanal", "Павел", "Ким", "мастер участка", "primvodokanal"),
            executor("primteploenergo", "Пётр", "Юдин", "диспетчер", "primteploenergo"),
            executor("mingkh", "Мария", "Захарова", "главный специалист", "minZhkh"),
            new Person(
                    "minzdrav", "Зоя", "Климова", "ведущий консультант", "minZdrav", Set.of("executors", "restricted")),
            executor("vpes", "Валерий", "Орлов", "диспетчер сетей", "vpes"),
            executor("peo", "Полина", "Рябова", "диспетчер вывоза", "peo"));

    /** The vice-governors by blocks; what is named here for nobody is everybody's. */
    private static final Map<String, List<String>> BLOCKS = Map.of(
            "manager", List.of("HEAT", "WATR", "ELEC", "GASS", "HOUS", "ROAD", "WAST", "IMPR", "TRAN", "BLDG"),
            "managerSocial", List.of("HLTH", "EDUC", "SOCL", "CULT", "SPRT", "LABR"));

    private static Person executor(
            String login, String firstName, String lastName, String position, String organisation) {
        return new Person(login, firstName, lastName, position, organisation, Set.of("executors"));
    }

    private final Accounts accounts;
    private final Directory directory;
    private final ViceGovernors viceGovernors;

    DemoPeople(Accounts accounts, Directory directory, ViceGovernors viceGovernors) {
        this.accounts = accounts;
        this.directory = directory;
        this.viceGovernors = viceGovernors;
    }

    @Override
    public void run(ApplicationArguments args) {
        ALL.forEach(person -> {
            boolean cur = person.organisation().equals(CUR);
            accounts.ensureUser(
                    person.login(),
                    person.firstName(),
                    person.lastName(),
                    PASSWORD,
                    person.roles(),
                    cur ? Optional.empty() : Optional.of(person.organisation()));
            directory.putStaff(new StaffMember(
                    person.login(), person.organisation(), person.fullName(), person.position(), person.email()));
        });
        BLOCKS.forEach((login, groups) -> groups.forEach(group -> viceGovernors.name(group, login)));
    }

    /** Login of the head of a body that has one. */
    static String headOf(String body) {
        return ALL.stream()
                .filter(person ->
                        person.organisation().equals(body) && person.roles().contains(Role.BODY_HEAD.group()))
                .findFirst()
                .map(Person::login)
                .orElseThrow();
    }

    /** Login of the one who acts for a body. */
    static String executorOf(String body) {
        return ALL.stream()
                .filter(person -> person.organisation().equals(body)
                        && person.roles().contains(Role.EXECUTOR.group())
                        && !person.roles().contains(Role.BODY_HEAD.group()))
                .findFirst()
                .map(Person::login)
                .orElseThrow();
    }
}
