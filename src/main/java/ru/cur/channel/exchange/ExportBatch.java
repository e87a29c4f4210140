package ru.cur.channel.exchange;

import java.time.Instant;

/**
 * A file of answers and statuses.
 *
 * @param restricted whether it tells of restricted cases
 * @param lines how many
 * @param decidedBy login of the one who has brought it to the other system, or cancelled it; null while nobody has
 */
record ExportBatch(
        long id,
        ExchangeSource source,
        State state,
        boolean restricted,
        int lines,
        String madeBy,
        Instant madeAt,
        String decidedBy,
        Instant decidedAt) {

    /** What has become of the file. */
    enum State {
        MADE("Ждёт загрузки"),
        CONFIRMED("Загружен"),
        CANCELLED("Отменён");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public boolean isOpen() {
        return state == State.MADE;
    }

    /** One that was cancelled must not be brought there by mistake. */
    public boolean isDownloadable() {
        return state != State.CANCELLED;
    }
}
