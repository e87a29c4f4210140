package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.CalendarRefusal;
import ru.cur.sla.calendar.CalendarYears;
import ru.cur.sla.calendar.CalendarYears.YearOfDays;
import ru.cur.sla.calendar.DayKind;

/** The production calendar: a year at a glance, and the drafts that change it. */
@ReferencePage
class CalendarPages {
    private static final int CHANGES = 20;

    private final CalendarYears years;
    private final CalendarDrafts drafts;
    private final Clock clock;
    private final ZoneId zone;

    CalendarPages(CalendarYears years, CalendarDrafts drafts, Clock clock, ZoneId zone) {
        this.years = years;
        this.drafts = drafts;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/directory/calendar")
    String show(@RequestParam(defaultValue = "") String year, Model model) {
        return page(year.isBlank() ? today().getYear() : FormDates.year(year), model);
    }

    private String page(int year, Model model) {
        YearOfDays days = years.of(year);
        model.addAttribute("year", days);
        model.addAttribute("specialDays", days.specialDays());
        model.addAttribute("missing", years.missing(today()).orElse(null));
        model.addAttribute("changes", years.changes(CHANGES));
        model.addAttribute("kinds", DayKind.values());
        return "directory/calendar";
    }

    @PostMapping("/directory/calendar/import")
    String importYear(
            @RequestParam String year,
            @RequestParam MultipartFile file,
            Principal user,
            Model model,
            HttpServletResponse response)
            throws IOException {
        model.addAttribute("importYear", year);
        try (InputStream xml = file.getInputStream()) {
            return toDraft(drafts.year(xml, FormDates.year(year), user.getName()));
        } catch (CalendarRefusal refusal) {
            return again(today().getYear(), refusal, model, response);
        }
    }

    @PostMapping("/directory/calendar/day")
    String decree(
            @RequestParam String day,
            @RequestParam DayKind kind,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("day", day);
        model.addAttribute("kind", kind);
        model.addAttribute("note", note);
        try {
            return toDraft(drafts.decree(FormDates.day(day), kind, note, user.getName()));
        } catch (CalendarRefusal refusal) {
            return again(today().getYear(), refusal, model, response);
        }
    }

    @PostMapping("/directory/calendar/day/remove")
    String removeDecree(@RequestParam String day, Principal user) {
        return toDraft(drafts.removeDecree(FormDates.day(day), user.getName()));
    }

    /** The form stays on the page, so that the mistake can be corrected where it was made. */
    private String again(int year, CalendarRefusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problem", refusal.getMessage());
        return page(year, model);
    }

    static String toDraft(long id) {
        return "redirect:/directory/drafts/" + id;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
