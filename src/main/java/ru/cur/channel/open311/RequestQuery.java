package ru.cur.channel.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ru.cur.channel.PublicCases;
import ru.cur.channel.PublicNumber;
import ru.cur.incident.IncidentNumber;

/** What a list of requests is asked for. */
final class RequestQuery {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_NUMBERS = 1000;
    private static final int LAST_ROW = 100_000;

    private final Map<String, String[]> params;
    private final int largestPage;
    private final List<GeoError> errors = new ArrayList<>();

    RequestQuery(Map<String, String[]> params, int largestPage) {
        this.params = params;
        this.largestPage = largestPage;
    }

    /** The requests that are asked for by their ids, which overrides everything else; empty when none is. */
    Optional<List<IncidentNumber>> numbers() {
        List<String> ids = values("service_request_id");
        if (ids.size() > MOST_NUMBERS) {
            throw new GeoRefusal(
                    GeoError.BAD, "service_request_id: не больше %d номеров за раз".formatted(MOST_NUMBERS));
        }
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(ids.stream()
                        .flatMap(id -> PublicNumber.of(id).stream())
                        .distinct()
                        .toList());
    }

    /**
     * Everything else.
     *
     * @param isService whether there is such a category
     * @throws GeoRefusal naming everything that is wrong
     */
    PublicCases.Search search(Instant now, Predicate<String> isService) {
        List<String> services = values("service_code");
        services.stream()
                .filter(isService.negate())
                .forEach(code ->
                        errors.add(new GeoError(GeoError.UNKNOWN, "service_code: услуги «%s» нет".formatted(code))));
        Boolean closed = closed();
        Instant from = moment("start_date");
        Instant to = moment("end_date");
        int size = number("page_size", largestPage, largestPage);
        int page = number("page", 1, LAST_ROW);
        if ((long) page * size > LAST_ROW) {
            fault("page: дальше %d-го сообщения не листают, сузьте даты".formatted(LAST_ROW));
        }
        if (from != null
                && to != null
                && (from.isAfter(to) || from.plus(LONGEST).isBefore(to))) {
            fault("start_date, end_date: начало не позже конца, и между ними не больше 90 дней");
        }
        if (!errors.isEmpty()) {
            throw new GeoRefusal(errors);
        }
        Instant end = to != null ? to : from != null ? from.plus(LONGEST) : now;
        Instant start = from != null ? from : end.minus(LONGEST);
        return new PublicCases.Search(start, end, services, closed, (page - 1) * size, size);
    }

    /** Null for both. */
    private Boolean closed() {
        List<String> statuses = values("status").stream().distinct().toList();
        if (statuses.stream().anyMatch(status -> !status.equals("open") && !status.equals("closed"))) {
            fault("status: open или closed");
        }
        return statuses.size() == 1 ? statuses.get(0).equals("closed") : null;
    }

    private Instant moment(String field) {
        List<String> given = values(field);
        if (given.isEmpty()) {
            return null;
        }
        Optional<Instant> moment = W3cMoment.read(given.get(0));
        if (moment.isEmpty()) {
            fault(field + ": нужны дата и время с поясом вида 2026-11-23T10:00:00+10:00");
        }
        return moment.orElse(null);
    }

    private int number(String field, int otherwise, int most) {
        List<String> given = values(field);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (given.get(0).matches("[1-9]\\d{0,5}") && Integer.parseInt(given.get(0)) <= most) {
            return Integer.parseInt(given.get(0));
        }
        fault("%s: целое число от 1 до %d".formatted(field, most));
        return otherwise;
    }

    /** Several may be declared, by commas or by repeating the field; an empty one is none. */
    private List<String> values(String field) {
        return Stream.of(params.getOrDefault(field, new String[0]))
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private void fault(String description) {
        errors.add(new GeoError(GeoError.BAD, description));
    }
}
