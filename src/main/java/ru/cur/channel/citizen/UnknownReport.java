package ru.cur.channel.citizen;

/** There is no such page, case or picture for this reader. */
final class UnknownReport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownReport(String message) {
        super(message);
    }
}
