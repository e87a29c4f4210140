package ru.cur.reply;

/** What a check says of an answer. @param sentence one Russian sentence that names the place */
public record Finding(Kind kind, String sentence) {

    /** What was found. */
    public enum Kind {
        TOO_LONG(true),
        AUTHORS_CONTACT(true),
        AUTHORS_NAME(true),
        FLAT(true),
        FORBIDDEN_LINK(true),
        BOILERPLATE(true),
        OPEN_VARIABLE(true),
        EMPTY_PHRASE(false),
        NO_GREETING(false),
        UNANSWERED_QUESTION(false),
        MOBILE_PHONE(false),
        PLAN_WITHOUT_DATE(false),
        DATE_NOT_NAMED(false),
        SAME_TEXT(false);

        private final boolean refused;

        Kind(boolean refused) {
            this.refused = refused;
        }
    }

    /** Whether the answer can't be submitted with it; all else is for the one who approves it. */
    public boolean isRefused() {
        return kind.refused;
    }
}
