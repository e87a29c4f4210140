package ru.cur.reporting;

/** The statements behind the figures. Parameters: {@code from}, {@code until}, {@code now}, {@code body}; all values are bound. */
final class SlaSql {

    private static final String BODY_NAME = "coalesce(nullif(o.short_name, ''), o.name)";
    private static final String CALENDAR_HOURS =
            "extract(epoch from i.first_published_at - i.registered_at) / 3600.0 as calendar_hours";
    private static final String WORKING_HOURS = "i.first_answer_working_minutes / 60.0 as working_hours";

    // One pass for the lines and the total: a median over all cases can't be made of the lines' medians.
    private static final String FIGURES = """
            with counted as (
              select i.body_id, %s, %s, %s, %s, %s, %s, %s, %s
              from incident i
              where %s
            )
            select grouping(c.body_id) = 1 as is_total, c.body_id, max(%s) as body_name,
                   count(*) filter (where received) as received, count(*) filter (where due) as due,
                   count(*) filter (where in_time) as in_time, count(*) filter (where late) as late,
                   count(*) filter (where open_late) as open_late, count(*) filter (where open) as open,
                   %s,
                   %s
            from counted c left join organisation o on o.id = c.body_id
            group by grouping sets ((c.body_id), ())
            order by count(*) filter (where late or open_late) desc, count(*) filter (where due) desc, body_name
            """;

    private static final String CASES = """
            select i.number, i.status, i.severity,
                   case when i.restriction is null then c.name else 'ограниченный доступ' end as category_name, m.name as municipality_name,
                   %s as body_name, i.registered_at, i.first_answer_due, i.first_published_at, %s,
                   case when %s then 'IN_TIME' when %s then 'LATE'
                        when %s then 'OPEN_LATE' when %s then 'OPEN' end as outcome,
                   %s, %s, k.organisation_id as term_organisation, k.explanation as term_explanation
            from incident i
            left join sla_clock k on k.incident_number = i.number and k.kind = 'FIRST_ANSWER' and k.cycle = 1
            left join category c on c.code = i.category_code
            left join municipality m on m.code = i.municipality_code
            left join organisation o on o.id = i.body_id
            where %s
            order by i.first_answer_due nulls last, i.number
            """;

    private SlaSql() {}

    /** A line per body and the total. */
    static String figures(CaseQuery query) {
        return FIGURES.formatted(
                flag(CaseGroup.RECEIVED, "received"),
                flag(CaseGroup.DUE, "due"),
                flag(CaseGroup.IN_TIME, "in_time"),
                flag(CaseGroup.LATE, "late"),
                flag(CaseGroup.OPEN_LATE, "open_late"),
                flag(CaseGroup.OPEN, "open"),
                CALENDAR_HOURS,
                WORKING_HOURS,
                filter(query),
                BODY_NAME,
                times("calendar"),
                times("working"));
    }

    /** The cases themselves, by term. */
    static String cases(CaseQuery query) {
        return CASES.formatted(
                BODY_NAME,
                flag(CaseGroup.RECEIVED, "received"),
                CaseGroup.IN_TIME.condition(),
                CaseGroup.LATE.condition(),
                CaseGroup.OPEN_LATE.condition(),
                CaseGroup.OPEN.condition(),
                CALENDAR_HOURS,
                WORKING_HOURS,
                filter(query));
    }

    static String casesPage(CaseQuery query) {
        return cases(query) + "limit :size offset :skip";
    }

    static String count(CaseQuery query) {
        return "select count(*) from incident i where " + filter(query);
    }

    static String filter(CaseQuery query) {
        String body = query.body()
                .map(id -> id.equals(ReportScope.NO_BODY) ? " and i.body_id is null" : " and i.body_id = :body")
                .orElse("");
        return CaseGroup.COUNTED + " and (" + query.group().condition() + ")" + body;
    }

    // A condition on an empty column is neither true nor false; a flag is one of the two.
    private static String flag(CaseGroup group, String name) {
        return "coalesce(" + group.condition() + ", false) as " + name;
    }

    private static String times(String unit) {
        return """
                avg(%1$s_hours) %2$s as %1$s_mean,
                percentile_cont(0.5) within group (order by %1$s_hours) %2$s as %1$s_median,
                percentile_cont(0.9) within group (order by %1$s_hours) %2$s as %1$s_p90""".formatted(unit, "filter (where in_time or late)");
    }
}
