package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.cur.sla.calendar.CalendarDrafts;
import ru.cur.sla.calendar.CalendarPreview;
import ru.cur.sla.calendar.CalendarRefusal;
import ru.cur.sla.clock.ClockPreview;
import ru.cur.sla.clock.Redatings;

/** What a draft would change, before it does. */
@ReferencePage
class DraftPages {
    private static final int MOVES = 100;

    private final CalendarDrafts drafts;
    private final ClockPreview clocks;
    private final Redatings redatings;

    DraftPages(CalendarDrafts drafts, ClockPreview clocks, Redatings redatings) {
        this.drafts = drafts;
        this.clocks = clocks;
        this.redatings = redatings;
    }

    @GetMapping("/directory/drafts/{id}")
    String show(@PathVariable long id, Model model) {
        CalendarPreview draft = drafts.preview(id);
        model.addAttribute("draft", draft);
        model.addAttribute("moves", clocks.of(draft.proposed(), MOVES));
        return "directory/draft";
    }

    @PostMapping("/directory/drafts/{id}/confirm")
    String confirm(
            @PathVariable long id,
            @RequestParam long version,
            Principal user,
            Model model,
            HttpServletResponse response) {
        try {
            long holds = drafts.confirm(id, version, user.getName());
            return redatings
                    .ofVersion(holds)
                    .map(redating -> "redirect:/directory/redatings/" + redating.id())
                    .orElse("redirect:/directory");
        } catch (CalendarRefusal refusal) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("problem", refusal.getMessage());
            return show(id, model);
        }
    }
}
