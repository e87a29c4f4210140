package ru.cur.incident;

import java.time.Instant;

/**
 * What a responsible body has asked of another one.
 *
 * @param bodyId who is asked
 * @param text what is asked for, in the words of the one who asks
 * @param requestedBy login
 * @param answer the other body's words, or why the request was withdrawn; null while it is open
 * @param answerUrl link to a photo or a document; null without one
 */
public record BodyRequest(
        long id,
        IncidentNumber number,
        Kind kind,
        String bodyId,
        String text,
        State state,
        String requestedBy,
        Instant requestedAt,
        String answer,
        String answerUrl) {

    /** What is asked for. */
    public enum Kind {
        /** A part of the work. */
        PART("Соисполнитель"),
        /** What is needed for the answer: Federal Law 59-FZ, article 10, part 2. */
        DOCUMENTS("Документы");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What people read, in Russian. */
        public String title() {
            return title;
        }
    }

    /** How far it has come. */
    public enum State {
        OPEN("ждём"),
        DONE("выполнено"),
        DECLINED("отказ"),
        WITHDRAWN("отозвано"),
        OVERDUE("срок прошёл, ответа нет");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /** What people read, in Russian. */
        public String title() {
            return title;
        }
    }
}
