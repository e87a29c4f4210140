package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.TermsRenewal;
import ru.cur.sla.clock.ClockRefusal;
import ru.cur.sla.clock.ClocksOfVersion;

/** The table of terms: new cases take the latest one, running ones only when somebody asks for it here. */
@ReferencePage
class TermsPages {
    private static final int MOVES = 200;

    private final TermsRenewal renewal;

    TermsPages(TermsRenewal renewal) {
        this.renewal = renewal;
    }

    @GetMapping("/directory/terms")
    String show(Model model) {
        int latest = renewal.latestVersion();
        List<ClocksOfVersion> versions = renewal.openClocksByVersion();
        model.addAttribute("latest", latest);
        model.addAttribute("versions", versions);
        model.addAttribute("outdated", versions.stream().anyMatch(version -> version.version() != latest));
        try {
            model.addAttribute("preview", renewal.preview(MOVES));
        } catch (CaseRefusal refusal) {
            model.addAttribute("problem", refusal.getMessage() + ". Исправьте таблицу в Camunda Modeler.");
        }
        return "directory/terms";
    }

    /** @param version that the administrator has seen the preview of */
    @PostMapping("/directory/terms/apply")
    String apply(@RequestParam int version, Authentication administrator, Model model, HttpServletResponse response) {
        try {
            if (version != renewal.latestVersion()) {
                throw new ClockRefusal("Таблица сроков изменилась, посмотрите предпросмотр ещё раз");
            }
            return "redirect:/directory/redatings/" + renewal.apply(version, administrator.getName());
        } catch (ClockRefusal refusal) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", refusal.getMessage());
            return show(model);
        }
    }
}
