package ru.cur.reporting;

/** A parameter of a report that cannot be understood; the message is Russian and meant for the person who sent it. */
class BadReportRequest extends RuntimeException {

    private final String field;

    BadReportRequest(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the parameter at fault. */
    String field() {
        return field;
    }
}
