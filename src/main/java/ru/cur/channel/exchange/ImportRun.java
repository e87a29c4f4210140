package ru.cur.channel.exchange;

import java.time.Instant;

/**
 * One file that somebody has sent, and what has become of its rows so far.
 *
 * @param good rows that can be registered, those that are known included
 * @param known of them, known when the file was read
 * @param bad rows with problems
 * @param created rows that have become a new case
 * @param repeated rows whose message had been taken in before
 * @param failed rows that the program could not register, though nothing is wrong with them
 * @param confirmedBy login; null while nobody has
 * @param finishedAt null while it goes on
 */
record ImportRun(
        long id,
        ExchangeSource source,
        String fileName,
        long fileSize,
        RunState state,
        int good,
        int known,
        int bad,
        int created,
        int repeated,
        int failed,
        String uploadedBy,
        Instant uploadedAt,
        String confirmedBy,
        Instant finishedAt) {

    public int rows() {
        return good + bad;
    }

    /** Rows that have been dealt with. */
    public int done() {
        return created + repeated + failed;
    }

    /** Of the rows that can be registered; whole, and 100 only at the end. */
    public int percent() {
        return good == 0 ? 100 : (int) (100L * done() / good);
    }

    boolean is(RunState other) {
        return state == other;
    }
}
