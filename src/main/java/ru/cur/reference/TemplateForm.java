package ru.cur.reference;

import org.springframework.util.StringUtils;
import ru.cur.reply.AnswerParts;
import ru.cur.reply.ReplyTemplate;

/** A template as it was typed: it stays in the form when something is wrong with it. */
record TemplateForm(String title, String category, String done, String plan, String refusal, String legalGround) {
    static final TemplateForm EMPTY = new TemplateForm("", "", "", "", "", "");

    static TemplateForm of(ReplyTemplate template) {
        AnswerParts parts = template.parts();
        return new TemplateForm(
                template.title(),
                template.categoryCode(),
                parts.done(),
                parts.plan(),
                parts.refusal(),
                parts.legalGround());
    }

    AnswerParts parts() {
        return new AnswerParts(orNull(done), orNull(plan), null, orNull(refusal), orNull(legalGround));
    }

    /** @return null for every category */
    String categoryOrNull() {
        return orNull(category);
    }

    private static String orNull(String typed) {
        // A browser ends lines with two characters, which would count as two and show as one.
        return StringUtils.hasText(typed) ? typed.strip().replace("\r\n", "\n") : null;
    }
}
