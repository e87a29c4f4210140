package ru.cur.workplace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.cur.channel.Channel;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.IncidentCard;
import ru.cur.reply.Answer;
import ru.cur.reply.AnswerParts;
import ru.cur.reply.Answers;
import ru.cur.reply.Publications;
import ru.cur.reply.Publications.Undelivered;
import ru.cur.reply.Recipients.Recipient;
import ru.cur.reply.ReplyTemplates;
import ru.cur.reply.VersionComparison;
import ru.cur.workplace.FormContext.Option;

/** What the forms of an answer show and hold: templates, versions, findings of the checks, whose network has refused it, what authors say. */
@Component
class ReplyContext {
    private final ReplyTemplates templates;
    private final Answers answers;
    private final Publications publications;
    private final AuthorFeedback feedback;
    private final Clock clock;
    private final ZoneId zone;

    ReplyContext(
            ReplyTemplates templates,
            Answers answers,
            Publications publications,
            AuthorFeedback feedback,
            Clock clock,
            ZoneId zone) {
        this.templates = templates;
        this.answers = answers;
        this.publications = publications;
        this.feedback = feedback;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param messageVersion the question or notice that the form is about; null when it is about an answer */
    void describe(IncidentCard card, Integer messageVersion, Map<String, Object> context) {
        String number = card.incident().number().value();
        context.put(
                "templateOptions",
                templates.forCase(number).stream()
                        .map(template -> new Option(template.title(), String.valueOf(template.id())))
                        .toList());
        describeVersions(card.answers(), context);
        context.put(
                "contextFeedback",
                feedback.of(card.incident().number()).stream()
                        .map(ReplyContext::opinion)
                        .collect(Collectors.joining("\n")));
        if (messageVersion != null) {
            addQuestion(answers.all(number), messageVersion, context);
        }
        publications.next(number, messageVersion).ifPresent(next -> describeRefusal(next, context));
    }

    /** What a body wants to ask is read by a curator, and corrected where he has refused it. */
    private static void addQuestion(List<Answer> all, int version, Map<String, Object> context) {
        List<Answer> since = all.stream()
                .filter(one -> one.version() >= version && one.kind() == Answer.Kind.QUESTION)
                .toList();
        if (!since.isEmpty() && since.stream().noneMatch(one -> one.state() == Answer.State.PUBLISHED)) {
            context.put("questionText", since.get(0).text());
        }
    }

    private static String opinion(AuthorFeedback.Line line) {
        String said = line.mark() == null ? "Вопрос не решён" : "Оценка " + line.mark();
        return line.text() == null ? said : said + ": " + line.text();
    }

    private void describeVersions(List<Answer> answers, Map<String, Object> context) {
        if (answers.isEmpty()) {
            return;
        }
        Answer latest = answers.get(answers.size() - 1);
        context.put("contextChecks", String.join("\n", latest.warnings()));
        if (answers.size() > 1) {
            Answer before = answers.get(answers.size() - 2);
            VersionComparison comparison = VersionComparison.of(before.text(), latest.text());
            context.put("contextBefore", comparison.before());
            context.put("contextAfter", comparison.after());
            if (before.state() == Answer.State.RETURNED) {
                context.put("contextRemark", before.returnReason() + ": " + before.returnText());
            }
        }
        if (latest.state() == Answer.State.RETURNED) {
            addDefaults(latest, context);
        }
    }

    /** What was sent back is corrected, not written anew. */
    private void addDefaults(Answer returned, Map<String, Object> context) {
        AnswerParts parts = returned.parts();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        context.put("responseText", returned.text());
        context.put("doneText", Objects.toString(parts.done(), ""));
        context.put("planText", Objects.toString(parts.plan(), ""));
        context.put("refusalText", Objects.toString(parts.refusal(), ""));
        context.put("legalGroundText", Objects.toString(parts.legalGround(), ""));
        if (parts.promisedOn() != null && !parts.promisedOn().isBefore(today)) {
            context.put("promisedOn", parts.promisedOn().toString());
        }
    }

    private void describeRefusal(Undelivered next, Map<String, Object> context) {
        Recipient recipient = next.recipient();
        context.put(
                "contextRefusedAuthor",
                Stream.of(recipient.authorName(), recipient.authorContact())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
        context.put("contextRefusedWhere", title(recipient.channel()));
        context.put("contextRefusedWhy", next.reason());
        context.put("contextRefusedLeft", next.left() > 1 ? String.valueOf(next.left()) : "");
        context.put(
                "contextRefusedLink", Optional.ofNullable(recipient.permalink()).orElse(""));
        context.put("contextRefusedMessage", recipient.text());
        context.put("contextRefusedText", next.text());
        context.put(
                "otherChannelOptions",
                next.elsewhere().stream().map(this::option).toList());
    }

    private Option option(Recipient other) {
        String author = Optional.ofNullable(other.authorName()).orElse("имя не указано");
        String words = other.text().length() > 60 ? other.text().substring(0, 60) + "…" : other.text();
        return new Option(
                "%s, %s: %s".formatted(title(other.channel()), author, words), String.valueOf(other.messageId()));
    }

    private static String title(String channel) {
        return Channel.of(channel).map(Channel::title).orElse(channel);
    }
}
