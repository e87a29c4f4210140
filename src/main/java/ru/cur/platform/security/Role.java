package ru.cur.platform.security;

import java.util.List;
import java.util.stream.Stream;

/** What a person is here for. Each role is a group of the engine; diagrams offer tasks to groups by these ids. */
public enum Role {
    OPERATOR("operators", "Операторы ЦУР", true),
    CURATOR("curators", "Кураторы ЦУР", true),
    HEAD("heads", "Руководители ЦУР", true),
    MANAGER("managers", "Вице-губернаторы", true),
    GOVERNOR("governors", "Губернатор", true),
    ANALYST("analysts", "Аналитики ЦУР", true),
    EXECUTOR("executors", "Исполнители органов", false),
    BODY_HEAD("bodyHeads", "Руководители органов", false),
    /** Cases about children, suicide and corruption: whoever is not in it does not see them, whatever else he is. */
    RESTRICTED("restricted", "Доступ к закрытым делам", false),
    ADMINISTRATOR("camunda-admin", "Администраторы", false);

    private final String group;
    private final String title;
    private final boolean cur;

    Role(String group, String title, boolean cur) {
        this.group = group;
        this.title = title;
        this.cur = cur;
    }

    /** Id of the group. */
    public String group() {
        return group;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Roles of the CUR: they see the cases of every body. */
    public static List<Role> ofCur() {
        return Stream.of(values()).filter(role -> role.cur).toList();
    }
}
