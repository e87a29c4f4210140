package ru.cur.channel.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import ru.cur.channel.FewTries;
import ru.cur.channel.PublicNumber;
import ru.cur.channel.StorableText;
import ru.cur.channel.citizen.CitizenReports.Sent;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.CaseRefusal;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.attachment.CaseFiles;

/** «Узнать статус»: how a case stands, and what its author may say to it. */
@Controller
@ConditionalOnBooleanProperty("cur.channel.citizen.enabled")
class StatusController {
    private static final String NOT_FOUND =
            "Сообщения с таким номером нет, или сведения о нём не публикуются. Если сообщение ваше, откройте его по ссылке, которую получили после отправки.";
    private static final String NOT_YOURS =
            "Написать к сообщению может только его автор: откройте сообщение по ссылке, которую получили после отправки.";
    private static final int LONGEST_TEXT = 4000;

    private final StatusViews views;
    private final CitizenReports reports;
    private final AuthorFeedback feedback;
    private final CaseFiles files;
    private final StatusWords words;

    StatusController(
            StatusViews views, CitizenReports reports, AuthorFeedback feedback, CaseFiles files, StatusWords words) {
        this.views = views;
        this.reports = reports;
        this.feedback = feedback;
        this.files = files;
        this.words = words;
    }

    /** @param done what the author has just done; null without anything */
    static String redirect(IncidentNumber number, String code, String done) {
        return "redirect:/citizen/requests/%s?code=%s&done=%s"
                .formatted(
                        UriUtils.encodePathSegment(number.value(), StandardCharsets.UTF_8),
                        UriUtils.encodeQueryParam(code, StandardCharsets.UTF_8),
                        done);
    }

    @GetMapping("/citizen/requests")
    String search(@RequestParam(defaultValue = "") String number, HttpServletResponse response, Model model) {
        Optional<IncidentNumber> read = PublicNumber.of(number);
        if (read.isPresent()) {
            return "redirect:/citizen/requests/"
                    + UriUtils.encodePathSegment(read.get().value(), StandardCharsets.UTF_8);
        }
        if (!number.isBlank()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "Это не номер сообщения. Номер выглядит так: ПК-2026-000123");
        }
        model.addAttribute("number", number);
        return "citizen/search";
    }

    @GetMapping("/citizen/requests/{number}")
    String show(
            @PathVariable String number,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String done,
            Model model) {
        return page(view(number, code), code, done, model);
    }

    @GetMapping("/citizen/requests/{number}/photos/{id}")
    ResponseEntity<byte[]> photo(
            @PathVariable String number, @PathVariable String id, @RequestParam(required = false) String code) {
        StatusView view = view(number, code);
        return Optional.of(id)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .filter(view::has)
                .flatMap(files::sent)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .body(file.content().get()))
                .orElseThrow(() -> new UnknownReport("Такого фото нет."));
    }

    /** @param mark 1 to 5; null: the question is not solved */
    @PostMapping("/citizen/requests/{number}/feedback")
    String say(
            @PathVariable String number,
            @RequestParam(required = false) String code,
            @RequestParam(required = false) String mark,
            @RequestParam(defaultValue = "true") boolean solved,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        StatusView view = own(number, code);
        IncidentNumber main = view.shown().main();
        String said = text.strip().replace("\r\n", "\n");
        try {
            check(said);
            if (!solved && said.isEmpty()) {
                throw new CaseRefusal("Напишите, что осталось нерешённым");
            }
            String words = said.isEmpty() ? null : said;
            FewTries.run(() -> {
                if (solved) {
                    feedback.rate(main, number(mark), words, CitizenReports.ACTOR);
                } else {
                    feedback.disagree(main, words, CitizenReports.ACTOR);
                }
            });
        } catch (CaseRefusal refusal) {
            return refused(view, code, solved ? "markText" : "unsolvedText", said, refusal, response, model);
        }
        return redirect(view.shown().number(), code, solved ? "marked" : "unsolved");
    }

    private static int number(String mark) {
        if (mark == null || !mark.matches("[1-5]")) {
            throw new CaseRefusal("Выберите оценку от 1 до 5");
        }
        return Integer.parseInt(mark);
    }

    /** @param id names the form, see {@link CitizenReports#add} */
    @PostMapping("/citizen/requests/{number}/messages")
    String add(
            @PathVariable String number,
            @RequestParam(required = false) String code,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        StatusView view = own(number, code);
        String said = text.strip().replace("\r\n", "\n");
        try {
            check(said);
            if (said.isEmpty()) {
                throw new CaseRefusal("Напишите, что хотите добавить");
            }
            String form = "%s-%08x".formatted(id.matches("[0-9a-f-]{1,36}") ? id : UUID.randomUUID(), said.hashCode());
            Optional<Sent> another = FewTries.call(
                    () -> reports.add(view.own().externalId(), form, said, Caller.of(request.getRemoteAddr())));
            return another.map(sent -> redirect(sent.number(), sent.code().value(), "another"))
                    .orElseGet(() -> redirect(view.shown().number(), code, "added"));
        } catch (CitizenRefusal | CaseRefusal refusal) {
            return refused(view, code, "addedText", said, refusal, response, model);
        }
    }

    private static void check(String said) {
        if (StorableText.length(said) > LONGEST_TEXT || !StorableText.is(said)) {
            throw new CaseRefusal("Напишите обычными знаками, не длиннее %d".formatted(LONGEST_TEXT));
        }
    }

    private String refused(
            StatusView view,
            String code,
            String field,
            String said,
            RuntimeException refusal,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("problem", refusal.getMessage());
        model.addAttribute(field, said);
        return page(view, code, null, model);
    }

    private StatusView view(String number, String code) {
        return PublicNumber.of(number)
                .flatMap(read -> views.of(read, code))
                .orElseThrow(() -> new UnknownReport(NOT_FOUND));
    }

    private StatusView own(String number, String code) {
        StatusView view = view(number, code);
        if (view.own() == null) {
            throw new UnknownReport(NOT_YOURS);
        }
        return view;
    }

    private String page(StatusView view, String code, String done, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("shown", view.shown());
        model.addAttribute("own", view.own());
        model.addAttribute("code", view.own() == null ? null : code);
        model.addAttribute("strange", code != null && view.own() == null);
        model.addAttribute("done", done);
        model.addAttribute("form", UUID.randomUUID().toString());
        model.addAttribute("ru", words);
        return "citizen/status";
    }
}
