package ru.cur.channel;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The categories as citizens choose among them. */
@Component
@DependsOn("referenceLoader")
public class ServiceCatalog {
    private static final String SERVICES =
            "select code, name, group_name as \"group\", exists (select from moderated_group"
                    + " where moderated_group.group_code = category.group_code) as moderated from category";

    private final JdbcClient jdbc;

    ServiceCatalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One category.
     *
     * @param group name of its group
     * @param moderated whether nothing of such a case is public before a person has read it
     */
    public record Service(String code, String name, String group, boolean moderated) {}

    /** In the order of the classifier, so that those of a group stand together. */
    public List<Service> all() {
        return jdbc.sql(SERVICES + " order by position").query(Service.class).list();
    }

    public Optional<Service> find(String code) {
        return jdbc.sql(SERVICES + " where code = :code")
                .param("code", code)
                .query(Service.class)
                .optional();
    }
}
