package ru.cur.directory;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which vice-governor answers for which block. A block is a group of categories. */
@Service
@Transactional
public class ViceGovernors {
    private final JdbcClient jdbc;

    ViceGovernors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A block and who answers for it.
     *
     * @param group code of the group of categories
     * @param name of the group, in Russian
     * @param fullName of the vice-governor; null where none is named
     */
    public record Block(String group, String name, String fullName) {}

    /**
     * Login of the one who answers for the block of the category.
     *
     * @param categoryCode null when the case has none yet
     * @return empty where none is named
     */
    @Transactional(readOnly = true)
    public Optional<String> of(String categoryCode) {
        return jdbc.sql("select v.user_id from vice_governor v join category c on c.group_code = v.category_group"
                        + " where c.code = cast(:category as text)")
                .param("category", categoryCode)
                .query(String.class)
                .optional();
    }

    /** All of them, in the order of the classifier. */
    @Transactional(readOnly = true)
    public List<Block> blocks() {
        return jdbc.sql("select c.group_code, min(c.group_name) as name, min(s.full_name) as full_name from category c"
                        + " left join vice_governor v on v.category_group = c.group_code"
                        + " left join staff s on s.user_id = v.user_id group by c.group_code order by min(c.position)")
                .query((row, i) ->
                        new Block(row.getString("group_code"), row.getString("name"), row.getString("full_name")))
                .list();
    }

    /**
     * Names the one who answers for a block, in the place of whoever did before.
     *
     * @param group code of a group of categories
     * @param userId login of a person of the directory
     */
    public void name(String group, String userId) {
        jdbc.sql("insert into vice_governor (category_group, user_id) values (:group, :user)"
                        + " on conflict (category_group) do update set user_id = excluded.user_id")
                .param("group", group)
                .param("user", userId)
                .update();
    }
}
