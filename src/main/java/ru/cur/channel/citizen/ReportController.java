package ru.cur.channel.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.cur.channel.ServiceCatalog;
import ru.cur.channel.citizen.CitizenReports.Sent;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.attachment.CaseFiles;

/** «Сообщить о проблеме»: what a citizen fills in, and sends. */
@Controller
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class ReportController {
    private static final long MEGABYTE = 1024L * 1024;

    private final CitizenReports reports;
    private final ServiceCatalog catalog;
    private final Directory directory;
    private final CaseFiles files;
    private final CitizenProperties properties;
    private final Clock clock;
    private final ZoneId zone;

    ReportController(
            CitizenReports reports,
            ServiceCatalog catalog,
            Directory directory,
            CaseFiles files,
            CitizenProperties properties,
            Clock clock,
            ZoneId zone) {
        this.reports = reports;
        this.catalog = catalog;
        this.directory = directory;
        this.files = files;
        this.properties = properties;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/citizen")
    String blank(Model model) {
        return page(ReportForm.empty(), Map.of(), model);
    }

    @PostMapping("/citizen/requests")
    String send(
            @ModelAttribute ReportForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        Map<String, String> problems = form.problems(
                properties.maxPhotos(), code -> catalog.find(code).isPresent(), code -> municipalities().stream()
                        .anyMatch(one -> one.code().equals(code)));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(form, problems, model);
        }
        try {
            Sent sent = reports.send(form, Caller.of(request.getRemoteAddr()));
            return StatusController.redirect(sent.number(), sent.code().value(), "sent");
        } catch (CitizenRefusal refusal) {
            response.setStatus((refusal.isTooOften() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST).value());
            return page(form, Map.of(refusal.field(), refusal.getMessage()), model);
        }
    }

    /** Nothing else is below; without this the page for lost staff would be shown. */
    @RequestMapping("/citizen/**")
    String nowhere() {
        throw new UnknownReport("Такой страницы нет. Проверьте адрес: возможно, ссылка скопирована не целиком.");
    }

    private String page(ReportForm form, Map<String, String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("groups", groups());
        model.addAttribute("municipalities", municipalities());
        model.addAttribute("maxPhotos", properties.maxPhotos());
        model.addAttribute("maxMegabytes", files.limits().maxFileBytes() / MEGABYTE);
        return "citizen/report";
    }

    private Map<String, List<ServiceCatalog.Service>> groups() {
        return catalog.all().stream()
                .collect(Collectors.groupingBy(ServiceCatalog.Service::group, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Municipality> municipalities() {
        return directory.municipalities(LocalDate.ofInstant(clock.instant(), zone));
    }
}
