package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.cur.directory.Directory;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.CalendarRefusal;
import ru.cur.sla.calendar.NewHours;
import ru.cur.sla.calendar.OrganisationHours;

/** Who works when: the region, and the organisations with hours of their own. */
@ReferencePage
class HoursPages {
    private final OrganisationHours hours;
    private final CalendarDrafts drafts;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    HoursPages(OrganisationHours hours, CalendarDrafts drafts, Directory directory, Clock clock, ZoneId zone) {
        this.hours = hours;
        this.drafts = drafts;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    /** What the form sends; an organisation left blank is the region. */
    record HoursForm(
            String organisation,
            String from,
            String workDay,
            String friday,
            String shortDay,
            String dayOff,
            String note) {
        static final HoursForm EMPTY =
                new HoursForm("", "", "09:00-13:00, 14:00-18:00", "", "09:00-13:00, 14:00-17:00", "", "");

        NewHours parsed() {
            return new NewHours(
                    idOf(organisation),
                    FormDates.day(text(from)),
                    text(workDay),
                    text(friday),
                    text(shortDay),
                    text(dayOff),
                    text(note));
        }

        private static String text(String value) {
            return value == null ? "" : value;
        }
    }

    private static String idOf(String organisation) {
        return organisation == null || organisation.isBlank() ? null : organisation.strip();
    }

    @GetMapping("/directory/hours")
    String show(Model model) {
        return page(HoursForm.EMPTY, model);
    }

    private String page(HoursForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("lines", hours.all(today()));
        model.addAttribute("organisations", directory.organisations(today()));
        return "directory/hours";
    }

    @PostMapping("/directory/hours")
    String add(@ModelAttribute HoursForm form, Principal user, Model model, HttpServletResponse response) {
        try {
            return CalendarPages.toDraft(drafts.hours(form.parsed(), user.getName()));
        } catch (CalendarRefusal refusal) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", refusal.getMessage());
            return page(form, model);
        }
    }

    @PostMapping("/directory/hours/remove")
    String remove(@RequestParam(defaultValue = "") String organisation, @RequestParam String from, Principal user) {
        return CalendarPages.toDraft(
                drafts.removeHours(idOf(organisation), FormDates.day(from), today(), user.getName()));
    }

    @PostMapping("/directory/hours/zone")
    String zone(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String zone,
            Principal user) {
        return CalendarPages.toDraft(drafts.zone(idOf(organisation), zone, user.getName()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
