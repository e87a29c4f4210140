package ru.cur.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Reads the parameters that all reports share, within the rights of the caller. */
@Component
class ReportRequests {

    private final ReportScopes scopes;
    private final Bodies bodies;
    private final Clock clock;
    private final ZoneId zone;

    ReportRequests(ReportScopes scopes, Bodies bodies, Clock clock, ZoneId zone) {
        this.scopes = scopes;
        this.bodies = bodies;
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    ReportScope scope(@Nullable Authentication caller) {
        return scopes.of(caller);
    }

    ReportPeriod period(@Nullable String from, @Nullable String to) {
        return ReportPeriod.parse(from, to, today());
    }

    /**
     * The cases behind a figure.
     *
     * @throws BadReportRequest if the group or the body is unknown
     */
    CaseQuery cases(
            @Nullable Authentication caller,
            @Nullable String body,
            @Nullable String group,
            @Nullable String from,
            @Nullable String to) {
        Optional<String> wanted = Optional.ofNullable(body).map(String::strip).filter(StringUtils::hasText);
        ReportScope scope = scope(caller).narrowedTo(wanted);
        wanted.ifPresent(this::nameOf);
        return new CaseQuery(period(from, to), scope, group(group));
    }

    /** The page of a list, from 1. */
    int page(@Nullable String page) {
        if (!StringUtils.hasText(page)) {
            return 1;
        }
        try {
            return Integer.parseInt(page.strip());
        } catch (NumberFormatException notANumber) {
            throw new BadReportRequest("page", "Номер страницы должен быть целым числом.");
        }
    }

    /** The full name of a body. */
    String nameOf(String body) {
        return bodies.nameOf(body).orElseThrow(() -> new BadReportRequest("body", "Такой организации нет."));
    }

    private static CaseGroup group(@Nullable String group) {
        if (!StringUtils.hasText(group)) {
            return CaseGroup.ALL;
        }
        try {
            return CaseGroup.valueOf(group.strip());
        } catch (IllegalArgumentException unknown) {
            throw new BadReportRequest("group", "Такого показателя в отчёте нет.");
        }
    }
}
