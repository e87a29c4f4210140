package ru.cur.sla.clock;

/** What a clock of a case measures. */
public enum ClockKind {
    /** Until the case is at a body: sorting, and finding the one that must act. */
    TRIAGE("разбор и направление", false, true),
    ACCEPTANCE("принятие органом", true, true),
    /** From the registration to the first published answer, whoever has the case meanwhile; reports judge by it. */
    FIRST_ANSWER("первый ответ", true, true),
    APPROVAL("согласование ответа", false, true),
    PUBLICATION("публикация ответа", false, true),
    /** The final answer after a promise was kept or broken. */
    SOLUTION("итоговый ответ", true, true),
    /** Until the day that an answer has promised; a promise does not wait. */
    CONTROL("выполнение обещания", true, false),
    /** What a law or a decree of the government gives for the final answer; the law knows no pause. */
    LEGAL("срок по закону", false, false),
    /** Until an appeal under 59-FZ is in the journal (article 8, part 2). */
    REGISTRATION("регистрация обращения", false, false),
    /** Until an appeal is with those who must act, or sent on (article 8, part 3). */
    REDIRECT("направление обращения по компетенции", false, false),
    /** Until an emergency service has taken the call. */
    EMERGENCY("передача в экстренную службу", false, false),
    /** Until the author answers a question. */
    CLARIFICATION("ответ автора на вопрос", false, false),
    /** Until another body has handed over what the responsible one has asked for (article 10, part 2); the law knows no pause. */
    DOCUMENTS("представление документов", true, false),
    /** While the author may rate the answer or say that nothing is solved. */
    FEEDBACK("отзыв автора", false, false);

    private final String title;
    private final boolean ofBody;
    private final boolean pausable;

    ClockKind(String title, boolean ofBody, boolean pausable) {
        this.title = title;
        this.ofBody = ofBody;
        this.pausable = pausable;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }

    /** Whether it runs by the working hours of the responsible body; otherwise by those of the CUR. */
    public boolean isOfBody() {
        return ofBody;
    }

    /** Whether it stands still while the case waits for its author or is suspended. */
    public boolean isPausable() {
        return pausable;
    }

    /** Whether the author is the one who waits. */
    public boolean isAnswer() {
        return this == FIRST_ANSWER || this == SOLUTION || this == LEGAL;
    }
}
