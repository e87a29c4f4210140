package ru.cur.reporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * Who had the working time of the answered cases whose term lies in the period. Seconds, so that the parties add up exactly.
 *
 * @param bodies one line per responsible body, those whose cases took longest first
 * @param total over all lines
 */
record TimeFigures(ReportPeriod period, List<Line> bodies, Line total) {

    /**
     * One responsible body.
     *
     * @param bodyId null in the total; {@link ReportScope#NO_BODY} where no body was needed
     * @param cases answered ones
     * @param workingSeconds by party, zero for a party that had none
     * @param totalSeconds the sum of them
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            @Nullable String bodyId,
            String bodyName,
            long cases,
            Map<TimeParty, Long> workingSeconds,
            long totalSeconds) {

        public Double hours(TimeParty party) {
            return inHours(workingSeconds.get(party));
        }

        public Double totalHours() {
            return inHours(totalSeconds);
        }

        private static Double inHours(long seconds) {
            return seconds / 3600.0;
        }
    }

    /** Those that had any time. */
    public List<TimeParty> parties() {
        return Arrays.stream(TimeParty.values())
                .filter(party -> total.workingSeconds().get(party) != 0)
                .toList();
    }
}
