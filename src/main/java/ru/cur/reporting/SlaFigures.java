package ru.cur.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The figures of the report on terms; the page, JSON, CSV and the workbook show these and count nothing themselves.
 *
 * @param period days by which cases were chosen
 * @param asOf the moment against which terms were compared, UTC
 * @param bodies one line per responsible body that has cases in the period, those with most late cases first
 * @param total over all lines; its median and percentile are those of all cases, not of the lines
 */
record SlaFigures(ReportPeriod period, Instant asOf, List<Line> bodies, Line total) {

    /**
     * One responsible body.
     *
     * @param bodyId null in the total; {@link ReportScope#NO_BODY} where no body has been found yet
     * @param due cases whose term lies in the period: in time + late + open late + open
     * @param shareInTime in time / (in time + late + open late), 0 to 1; null while nothing is decided
     * @param calendarHours from registration to the first published answer
     * @param workingHours the same in working hours
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            @Nullable String bodyId,
            String bodyName,
            long received,
            long due,
            long inTime,
            long late,
            long openLate,
            long open,
            @Nullable Double shareInTime,
            AnswerTime calendarHours,
            AnswerTime workingHours) {}

    /** Hours; each is null where no case has been answered. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerTime(
            @Nullable Double mean,
            @Nullable Double median,
            @Nullable Double p90) {}
}
