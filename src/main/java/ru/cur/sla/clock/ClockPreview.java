package ru.cur.sla.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.cur.sla.calendar.CalendarRefusal;
import ru.cur.sla.calendar.CalendarSet;
import ru.cur.sla.calendar.WorkingCalendar;
import ru.cur.sla.calendar.WorkingCalendars;
import ru.cur.sla.clock.ClockMoves.Count;
import ru.cur.sla.clock.ClockMoves.Move;
import ru.cur.sla.clock.OpenClocks.OpenClock;

/** Answers what a calendar would do to the open clocks; changes nothing. */
@Service
public class ClockPreview {
    private final OpenClocks open;
    private final WorkingCalendars calendars;

    ClockPreview(OpenClocks open, WorkingCalendars calendars) {
        this.open = open;
        this.calendars = calendars;
    }

    /** What a clock belongs to in the counts. */
    private record Group(String organisation, ClockKind kind) {}

    /**
     * Reads every open clock by the calendars.
     *
     * @param limit how many moves are listed
     * @throws CalendarRefusal when a term could never end by them
     */
    @Transactional(readOnly = true)
    public ClockMoves of(CalendarSet proposed, int limit) {
        return of(proposed, UnaryOperator.identity(), limit);
    }

    /** Reads every open clock as it would be. @param change what would become of a clock @param limit how many moves are listed */
    @Transactional(readOnly = true)
    public ClockMoves of(UnaryOperator<SlaClock> change, int limit) {
        return of(calendars.current(), change, limit);
    }

    /** How many open clocks have their limit from which table, the latest first. */
    @Transactional(readOnly = true)
    public List<ClocksOfVersion> openByVersion() {
        return open.byTermsVersion();
    }

    private ClockMoves of(CalendarSet proposed, UnaryOperator<SlaClock> change, int limit) {
        List<Move> moves = new ArrayList<>();
        Set<String> cases = new HashSet<>();
        for (OpenClock clock : open.all()) {
            cases.add(clock.clock().number());
            Instant due =
                    due(change.apply(clock.clock()), proposed.of(clock.clock().organisationId()));
            if (clock.dueAt() != null && !clock.dueAt().equals(due)) {
                moves.add(new Move(
                        clock.clock().number(),
                        clock.clock().kind(),
                        proposed.of(clock.clock().organisationId()).name(),
                        clock.dueAt(),
                        due));
            }
        }
        moves.sort(Comparator.comparing(Move::number).thenComparing(Move::from));
        return new ClockMoves(
                cases.size(),
                (int) moves.stream().map(Move::number).distinct().count(),
                moves.size(),
                counts(moves),
                moves.stream().limit(limit).toList());
    }

    private static Instant due(SlaClock clock, WorkingCalendar calendar) {
        try {
            return clock.read(calendar).dueAt().orElse(null);
        } catch (IllegalArgumentException e) {
            throw new CalendarRefusal(
                    "Срок «%s» инцидента %s никогда не кончится по рабочим часам «%s»."
                            .formatted(clock.kind().title(), clock.number(), calendar.name()),
                    e);
        }
    }

    private static List<Count> counts(List<Move> moves) {
        Map<Group, Long> counts = moves.stream()
                .collect(Collectors.groupingBy(
                        move -> new Group(move.organisation(), move.kind()), Collectors.counting()));
        return counts.entrySet().stream()
                .map(count ->
                        new Count(count.getKey().organisation(), count.getKey().kind(), count.getValue()))
                .sorted(Comparator.comparing(Count::clocks)
                        .reversed()
                        .thenComparing(Count::organisation)
                        .thenComparing(Count::kind))
                .toList();
    }
}
