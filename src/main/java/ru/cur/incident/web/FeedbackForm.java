package ru.cur.incident.web;

import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;

/**
 * What a person of the CUR writes down of an author's opinion.
 *
 * @param opinion a mark from 1 to 5, or {@value #NOT_SOLVED}
 */
record FeedbackForm(String opinion, String text) {
    static final String NOT_SOLVED = "NOT_SOLVED";
    static final FeedbackForm EMPTY = new FeedbackForm(null, null);

    /** @throws CaseRefusal when it is no opinion, or nobody is asked for one now */
    void giveTo(AuthorFeedback feedback, IncidentNumber number, String actor) {
        String words = text == null || text.isBlank() ? null : text.strip();
        if (NOT_SOLVED.equals(opinion)) {
            feedback.disagree(number, words, actor);
        } else if (opinion != null && opinion.matches("[1-5]")) {
            feedback.rate(number, Integer.parseInt(opinion), words, actor);
        } else {
            throw new CaseRefusal("Выберите оценку или «Вопрос не решён»");
        }
    }
}
