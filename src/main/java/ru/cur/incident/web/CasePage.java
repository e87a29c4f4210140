package ru.cur.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import ru.cur.directory.Directory;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.CaseClockActs.Decider;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.PauseReason;
import ru.cur.incident.Requalifications;
import ru.cur.incident.StoppedSteps;
import ru.cur.platform.engine.ChangedMeanwhile;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockRefusal;

/** The page of one case: its clocks and who had its time; curators and heads rule the clocks here. */
@Controller
@RequestMapping("/incidents/{number}")
class CasePage {
    private static final String BACK = "redirect:/incidents/{number}";

    private final CaseReader cases;
    private final CaseStory.Reader stories;
    private final StoppedSteps stopped;
    private final CaseMarks marks;
    private final AuthorFeedback feedback;
    private final AuthorWords words;
    private final CaseClockActs acts;
    private final Requalifications requalifications;
    private final Directory directory;
    private final CaseFormat format;

    CasePage(
            CaseReader cases,
            CaseStory.Reader stories,
            StoppedSteps stopped,
            CaseMarks marks,
            AuthorFeedback feedback,
            AuthorWords words,
            CaseClockActs acts,
            Requalifications requalifications,
            Directory directory,
            CaseFormat format) {
        this.cases = cases;
        this.stories = stories;
        this.stopped = stopped;
        this.marks = marks;
        this.feedback = feedback;
        this.words = words;
        this.acts = acts;
        this.requalifications = requalifications;
        this.directory = directory;
        this.format = format;
    }

    /** An act of a decider. */
    private interface Act {
        void on(IncidentNumber number, Decider decider);
    }

    @GetMapping
    String show(@PathVariable String number, Authentication reader, Model model) {
        return page(cases.find(number, reader), reader, model);
    }

    @PostMapping("/pause")
    String pause(
            @PathVariable String number,
            @ModelAttribute("pauseForm") PauseForm form,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("pause", Right.RULE_TERMS, number, person)
                .on(
                        model,
                        response,
                        (caseNumber, decider) -> acts.pause(caseNumber, form.parsedWhy(), form.reason(), decider));
    }

    @PostMapping("/resume")
    String resume(@PathVariable String number, Authentication person, Model model, HttpServletResponse response) {
        return new Acting("resume", Right.RULE_TERMS, number, person).on(model, response, acts::resume);
    }

    @PostMapping("/extend")
    String extend(
            @PathVariable String number,
            @ModelAttribute("extendForm") ExtendForm form,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("extend", Right.RULE_TERMS, number, person)
                .on(model, response, (caseNumber, decider) -> acts.extend(caseNumber, form.parsed(), decider));
    }

    @PostMapping("/reclassify")
    String reclassify(
            @PathVariable String number,
            @ModelAttribute("reclassifyForm") ReclassifyForm form,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("reclassify", Right.RULE_TERMS, number, person)
                .on(
                        model,
                        response,
                        (caseNumber, decider) -> requalifications.apply(caseNumber, form.parsed(), decider.login()));
    }

    @PostMapping("/retry")
    String retry(
            @PathVariable String number,
            @RequestParam String step,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("retry", Right.RULE_TERMS, number, person)
                .on(model, response, (caseNumber, decider) -> stopped.retry(caseNumber, step, decider.login()));
    }

    @PostMapping("/personal-control")
    String personalControl(
            @PathVariable String number,
            @RequestParam boolean controlled,
            @RequestParam(required = false) String reason,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("personal-control", Right.PERSONAL_CONTROL, number, person)
                .on(
                        model,
                        response,
                        (caseNumber, decider) ->
                                marks.personalControl(caseNumber, controlled, reason, decider.login()));
    }

    @PostMapping("/feedback")
    String feedback(
            @PathVariable String number,
            @ModelAttribute("feedbackForm") FeedbackForm form,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        return new Acting("feedback", Right.RECORD_AUTHOR, number, person)
                .on(model, response, (caseNumber, decider) -> form.giveTo(feedback, caseNumber, decider.login()));
    }

    @PostMapping("/author-words")
    String authorWords(
            @PathVariable String number,
            @RequestParam(required = false) String text,
            Authentication person,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("authorWords", text);
        return new Acting("author-words", Right.RECORD_AUTHOR, number, person)
                .on(model, response, (caseNumber, decider) -> words.add(caseNumber, text, decider.login()));
    }

    /** Somebody wants to do something with a case. */
    private final class Acting {
        private final String name;
        private final Right right;
        private final String number;
        private final Authentication person;

        /** @param name of the form, which is shown again when it is refused */
        Acting(String name, Right right, String number, Authentication person) {
            this.name = name;
            this.right = right;
            this.number = number;
            this.person = person;
        }

        String on(Model model, HttpServletResponse response, Act act) {
            IncidentNumber found = cases.find(number, person).card().incident().number();
            right.mustBeOf(person);
            try {
                ChangedMeanwhile.watch(() -> act.on(found, decider(person)));
                return BACK;
            } catch (CaseRefusal | ClockRefusal refusal) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute("problem", refusal.getMessage());
            } catch (ChangedMeanwhile slower) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute(
                        "problem",
                        "Инцидент только что изменил кто-то другой: проверьте сроки и повторите, если ещё нужно");
            }
            model.addAttribute("refused", name);
            // As it is now: somebody may have changed it since it was found.
            return page(cases.find(number, person), person, model);
        }
    }

    private static Decider decider(Authentication person) {
        return new Decider(person.getName(), IncidentAccess.isHead(person));
    }

    private String page(CaseView view, Authentication reader, Model model) {
        model.addAttribute("ru", format);
        model.addAttribute("view", view);
        model.addAttribute("incident", view.card().incident());
        if (!model.containsAttribute("pauseForm")) {
            model.addAttribute("pauseForm", PauseForm.EMPTY);
        }
        if (!model.containsAttribute("extendForm")) {
            model.addAttribute("extendForm", ExtendForm.EMPTY);
        }
        if (!model.containsAttribute("feedbackForm")) {
            model.addAttribute("feedbackForm", FeedbackForm.EMPTY);
        }
        if (!model.containsAttribute("reclassifyForm")) {
            model.addAttribute("reclassifyForm", ReclassifyForm.EMPTY);
        }
        boolean open = !view.card().incident().status().isFinal();
        boolean rules = open && Right.RULE_TERMS.isOf(reader);
        model.addAttribute("mayTakeControl", open && Right.PERSONAL_CONTROL.isOf(reader));
        model.addAttribute("mayRecordAuthor", open && Right.RECORD_AUTHOR.isOf(reader));
        model.addAttribute("story", stories.of(view.card().incident().number()));
        model.addAttribute("rules", rules);
        model.addAttribute("extendable", rules ? extendable(view, decider(reader)) : List.of());
        model.addAttribute("pauseReasons", PauseReason.values());
        model.addAttribute("units", ExtendForm.Unit.values());
        model.addAttribute("categories", rules ? directory.categories() : List.of());
        model.addAttribute("regimes", LegalRegime.values());
        model.addAttribute("municipalities", rules ? format.municipalities() : List.of());
        return "incidents/case";
    }

    private static List<ClockKind> extendable(CaseView view, Decider decider) {
        return view.openClocks().stream()
                .map(line -> line.clock().kind())
                .filter(decider::mayExtend)
                .toList();
    }

    @ExceptionHandler
    ModelAndView onAbsence(CaseNotFound nothing) {
        return problem(
                HttpStatus.NOT_FOUND,
                "Инцидент не найден",
                nothing.getMessage()
                        + ". Проверьте номер: возможно, в нём ошибка или инцидент ведёт другая организация.");
    }

    @ExceptionHandler
    ModelAndView onDenied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage());
    }

    private static ModelAndView problem(HttpStatus status, String title, String problem) {
        ModelAndView page = new ModelAndView("incidents/problem", status);
        page.addObject("title", title);
        page.addObject("problem", problem);
        return page;
    }
}
