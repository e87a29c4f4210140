package ru.cur.reporting;

/**
 * What a figure counts. Each figure and the list of its cases use the same condition, so they can't disagree.
 * The period is that of the term of the first answer, except for {@link #RECEIVED}
 * (rule of the KPI: the share of late answers is counted by due date, and an unanswered case after its term is late too).
 */
enum CaseGroup {
    RECEIVED("Поступило", Condition.REGISTERED),
    DUE("Срок ответа в периоде", Condition.TERM + " and (" + Condition.ANSWERED + " or " + Condition.WAITING + ")"),
    IN_TIME("Ответ в срок", Condition.TERM + " and i.first_published_at <= i.first_answer_due"),
    ANSWERED("Ответ дан", Condition.TERM + " and " + Condition.ANSWERED),
    LATE("Ответ с опозданием", Condition.TERM + " and i.first_published_at > i.first_answer_due"),
    OPEN_LATE(
            "Срок прошёл, ответа нет", Condition.TERM + " and " + Condition.WAITING + " and i.first_answer_due < :now"),
    OPEN("Ждут ответа, срок впереди", Condition.TERM + " and " + Condition.WAITING + " and i.first_answer_due >= :now"),
    ALL(
            "Все инциденты периода",
            "(" + Condition.REGISTERED + " or " + Condition.TERM + " and (" + Condition.ANSWERED + " or "
                    + Condition.WAITING + "))");

    /** Holds for every group: these cases need no answer of their own. */
    static final String COUNTED = "i.status not in ('REJECTED', 'MERGED')";

    private final String label;
    private final String condition;

    CaseGroup(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** Russian, for people. */
    public String label() {
        return label;
    }

    /** SQL over {@code incident i} with the parameters {@code from}, {@code until} (excluded) and {@code now}. */
    String condition() {
        return condition;
    }

    private static final class Condition {
        static final String REGISTERED = "i.registered_at >= :from and i.registered_at < :until";
        static final String TERM = "i.first_answer_due >= :from and i.first_answer_due < :until";
        static final String ANSWERED = "i.first_published_at is not null";
        static final String WAITING = "i.first_published_at is null and i.status <> 'CLOSED'";
    }
}
