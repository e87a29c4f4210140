package ru.cur.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.reply.AnswerDrafts;
import ru.cur.reply.AnswerDrafts.Draft;
import ru.cur.reply.AnswerParts;
import ru.cur.reply.Finding;
import ru.cur.reply.ReplyTemplate;
import ru.cur.reply.ReplyTemplates;

/** What the form of an answer asks while it is filled in: templates, the composed text, findings of the checks. Changes nothing. */
@RestController
@RequestMapping("/api/incidents/{number}")
@Tag(name = "Ответы")
class AnswerDraftController {
    private static final int LONGEST = 4000;

    private final CaseReader cases;
    private final AnswerDrafts drafts;
    private final ReplyTemplates templates;

    AnswerDraftController(CaseReader cases, AnswerDrafts drafts, ReplyTemplates templates) {
        this.cases = cases;
        this.drafts = drafts;
        this.templates = templates;
    }

    /** @param text what a person has written in the place of the composed text; blank to compose it */
    record DraftRequest(
            @Size(max = LONGEST) String done,
            @Size(max = LONGEST) String plan,
            LocalDate promisedOn,
            @Size(max = LONGEST) String refusal,
            @Size(max = LONGEST) String legalGround,
            @Size(max = LONGEST) String text) {

        AnswerParts parts() {
            return new AnswerParts(orNull(done), orNull(plan), promisedOn, orNull(refusal), orNull(legalGround));
        }

        private static String orNull(String typed) {
            return StringUtils.hasText(typed) ? typed.strip() : null;
        }
    }

    /** @param refused whether the answer can't be submitted with it */
    record FindingJson(String kind, boolean refused, String sentence) {
        static FindingJson of(Finding finding) {
            return new FindingJson(finding.kind().name(), finding.isRefused(), finding.sentence());
        }
    }

    record DraftJson(String text, List<FindingJson> findings) {
        static DraftJson of(Draft draft) {
            return new DraftJson(
                    draft.text(), draft.findings().stream().map(FindingJson::of).toList());
        }
    }

    record TemplateJson(long id, String title, String done, String plan, String refusal, String legalGround) {
        static TemplateJson of(ReplyTemplate template) {
            AnswerParts parts = template.parts();
            return new TemplateJson(
                    template.id(), template.title(), parts.done(), parts.plan(), parts.refusal(), parts.legalGround());
        }
    }

    @PostMapping("/answer-draft")
    @Operation(
            summary = "Составить текст ответа и проверить его",
            description = "Ничего не сохраняет. Части, которых нет, пропускаются; пустой text составляется из частей.")
    DraftJson draft(
            @PathVariable String number,
            @Valid @RequestBody DraftRequest request,
            @Parameter(hidden = true) Authentication caller) {
        return DraftJson.of(drafts.of(readable(number, caller), request.parts(), request.text()));
    }

    @GetMapping("/answer-templates")
    @Operation(
            summary = "Шаблоны ответа для инцидента",
            description = "Шаблоны его темы и общие; имя, адрес и орган подставлены, дата – нет.")
    List<TemplateJson> templates(@PathVariable String number, @Parameter(hidden = true) Authentication caller) {
        return templates.forCase(readable(number, caller)).stream()
                .map(TemplateJson::of)
                .toList();
    }

    private String readable(String number, Authentication caller) {
        try {
            return cases.find(number, caller).card().incident().number().value();
        } catch (CaseNotFound nothing) {
            throw new ErrorResponseException(
                    HttpStatus.NOT_FOUND,
                    ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, nothing.getMessage()),
                    nothing);
        }
    }
}
