package ru.cur.reference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.cur.directory.ViceGovernors;
import ru.cur.sla.calendar.CalendarYears;
import ru.cur.sla.clock.Redatings;

/** Where the reference pages begin. */
@ReferencePage
class DirectoryPage {
    private static final int REDATINGS = 10;

    private final CalendarYears years;
    private final Redatings redatings;
    private final ViceGovernors viceGovernors;
    private final Clock clock;
    private final ZoneId zone;

    DirectoryPage(CalendarYears years, Redatings redatings, ViceGovernors viceGovernors, Clock clock, ZoneId zone) {
        this.years = years;
        this.redatings = redatings;
        this.viceGovernors = viceGovernors;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/directory")
    String show(Model model) {
        model.addAttribute(
                "missing",
                years.missing(LocalDate.ofInstant(clock.instant(), zone)).orElse(null));
        model.addAttribute("redatings", redatings.latest(REDATINGS));
        model.addAttribute("blocks", viceGovernors.blocks());
        return "directory/index";
    }
}
