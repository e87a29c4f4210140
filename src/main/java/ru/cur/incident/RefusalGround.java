package ru.cur.incident;

/** Why a body may refuse what is asked for; it names the norm as well. */
public enum RefusalGround {
    NORM_IS_MET("состояние соответствует норме"),
    NOT_PROVIDED_BY_LAW("закон этого не предусматривает"),
    FORBIDDEN_BY_LAW("закон это запрещает"),
    PRIVATE_PROPERTY("частная земля или имущество"),
    IN_COURT("вопрос решает суд"),
    NO_TECHNICAL_POSSIBILITY("технически невозможно"),
    NOT_IN_BUDGET("нет в программе и бюджете");

    private final String title;

    RefusalGround(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
