package ru.cur.lives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ru.cur.platform.security.Role;

/**
 * Whoever a diagram offers a task to has somebody who does it. The people of the demo have their names; bodies without any have a
 * person of their own, and those who work on restricted cases are in that group, too.
 */
final class Staff {
    private static final Map<String, String> OF_THE_CUR = Map.of(
            "operators", "operator",
            "curators", "curator",
            "heads", "head",
            "managers", "manager",
            "bodyHeads", "vladivostokHead");
    private static final Map<String, List<String>> OF_BODIES = Map.of(
            "admVladivostok", List.of("vladivostok", "vladivostok", "vladivostokHead"),
            "admArsenyev", List.of("arsenyev"),
            "primvodokanal", List.of("primvodokanal"),
            "primteploenergo", List.of("primteploenergo"),
            "minZhkh", List.of("mingkh"),
            "minZdrav", List.of("minzdrav"),
            "vpes", List.of("vpes"),
            "peo", List.of("peo"));

    private static final String EXECUTORS = Role.EXECUTOR.group();

    /** The engine asks nothing else of a person. */
    record Person(String login, List<String> groups, List<String> tenants) {}

    /** The one whose task it is, or one of those who may take it. */
    Person of(OpenWork.Waiting task, Random random) {
        String group = task.groups().get(random.nextInt(task.groups().size()));
        if (group.isEmpty()) {
            throw new AssertionError("Nobody may take " + task);
        }
        List<String> groups = new ArrayList<>(List.of(group));
        List<String> tenants = new ArrayList<>();
        if (task.tenant() != null) {
            tenants.add(task.tenant());
            groups.add(task.tenant()); // a group of the same name
        }
        if (!OF_THE_CUR.containsKey(group) || group.equals("bodyHeads")) {
            groups.add(EXECUTORS);
        }
        String login = task.assignee() == null ? login(group, random) : task.assignee();
        return new Person(login, groups, tenants);
    }

    private static String login(String group, Random random) {
        if (OF_THE_CUR.containsKey(group)) {
            return OF_THE_CUR.get(group);
        }
        List<String> people = people(group);
        return people.get(random.nextInt(people.size()));
    }

    /** Whom a body has. */
    static List<String> people(String body) {
        return OF_BODIES.getOrDefault(body, List.of(body + "Worker"));
    }

    /** Bodies that may be given work. */
    static List<String> bodies() {
        return new ArrayList<>(
                new HashMap<>(OF_BODIES).keySet().stream().sorted().toList());
    }
}
