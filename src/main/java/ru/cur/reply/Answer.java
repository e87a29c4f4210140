package ru.cur.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of what a case says to its authors.
 *
 * @param version 1, 2, … within the case; answers, questions and notices share the numbers
 * @param text as the authors read it
 * @param parts from which the text was composed; of a question or a notice none
 * @param draftedBy login
 * @param decidedBy login of the one who approved it or sent it back; null while nobody has
 * @param decidedAt null while nobody has
 * @param returnReason why the version was sent back, in Russian; null when it was not
 * @param warnings what the checks said of it, in Russian, one sentence each
 */
public record Answer(
        long id,
        int version,
        Kind kind,
        String text,
        AnswerParts parts,
        State state,
        String draftedBy,
        Instant draftedAt,
        String decidedBy,
        Instant decidedAt,
        String returnReason,
        String returnText,
        List<String> warnings) {

    /** What it does to the case. */
    public enum Kind {
        FINAL("Окончательный ответ"),
        INTERIM("Промежуточный ответ"),
        QUESTION("Вопрос автору"),
        NOTICE("Уведомление автору");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** A question or a notice ends nothing and promises nothing. */
        public boolean isAnswer() {
            return this == FINAL || this == INTERIM;
        }
    }

    /** How far the version has come. */
    public enum State {
        DRAFT("на согласовании"),
        RETURNED("возвращён"),
        APPROVED("согласован"),
        PUBLISHED("опубликован");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The date that the text promises; null when it promises nothing. */
    public LocalDate promisedOn() {
        return parts.promisedOn();
    }
}
