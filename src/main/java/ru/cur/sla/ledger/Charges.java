package ru.cur.sla.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.cur.sla.ledger.Entry.Kind;

/** Puts spans and their corrections together. */
final class Charges {

    private Charges() {}

    /** @param workingSeconds with all corrections @param note why it was corrected last; null when it was not */
    record Span(Entry entry, long workingSeconds, String note) {

        private Span corrected(Entry correction) {
            return new Span(entry, workingSeconds + correction.workingSeconds(), correction.reason());
        }
    }

    /** The spans that are charged to somebody. @param rows of a case, in order */
    static List<Span> of(List<Entry> rows) {
        Map<Object, Span> spans = new LinkedHashMap<>();
        for (Entry row : rows) {
            switch (row.kind()) {
                case SPAN -> spans.put(row.from(), new Span(row, row.workingSeconds(), null));
                case CORRECTION -> spans.computeIfPresent(row.from(), (from, span) -> span.corrected(row));
                case CLOSED -> {}
            }
        }
        return new ArrayList<>(spans.values());
    }

    /** @param more the rows that follow */
    static List<Span> of(List<Entry> rows, List<Entry> more) {
        return of(Stream.concat(rows.stream(), more.stream()).toList());
    }

    /** What was true when a case closed stays true. */
    static List<Span> sinceTheLastReopening(List<Entry> rows) {
        int begin = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == Kind.CLOSED) {
                begin = i + 1;
            }
        }
        return of(rows.subList(begin, rows.size()));
    }
}
