package ru.cur.escalation;

/** Which term of a case was broken. */
public enum BreachedTerm {
    TRIAGE("разбор сообщения", false),
    FIRST_ANSWER("ответ автору", true),
    PROMISE("выполнение обещания", false);

    private final String title;
    private final boolean answerOverdue;

    BreachedTerm(String title, boolean answerOverdue) {
        this.title = title;
        this.answerOverdue = answerOverdue;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    /** Whether the author is now waiting longer than he should. */
    public boolean isAnswerOverdue() {
        return answerOverdue;
    }
}
