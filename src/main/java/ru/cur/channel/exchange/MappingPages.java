package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the columns of the files are called and what their words mean. */
@ExchangePage
@RequestMapping(ExchangeAccess.ROOT + "/mapping/{source}")
class MappingPages {
    private final MappingStore mappings;
    private final ZoneId zone;
    private final Clock clock;

    MappingPages(MappingStore mappings, ZoneId zone, Clock clock) {
        this.mappings = mappings;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable("source") String code, Model model) {
        return form(MappingForm.of(mappings.of(source(code))), model);
    }

    @PostMapping
    String change(
            @PathVariable("source") String code,
            @RequestParam Map<String, String> typed,
            Authentication actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        MappingForm form = new MappingForm(source(code), typed);
        List<String> problems = form.problems();
        try {
            if (problems.isEmpty()) {
                mappings.change(form.toMapping(actor.getName(), clock.instant()));
                next.addFlashAttribute("done", "Сохранено. Следующие файлы читаются и пишутся по-новому.");
                return "redirect:" + ExchangeAccess.ROOT + "/mapping/" + code;
            }
        } catch (ExchangeRefusal outdated) {
            problems.add(outdated.getMessage());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("problems", problems);
        return form(form, model);
    }

    private String form(MappingForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("mapping", mappings.of(form.source()));
        model.addAttribute("topics", WordTopic.values());
        model.addAttribute("zones", ZoneChoice.beginningWith(zone));
        return "exchange/mapping";
    }

    private static ExchangeSource source(String code) {
        return ExchangeSource.of(code).orElseThrow(() -> new NothingThere("Проверьте адрес: в нём ошибка."));
    }
}
