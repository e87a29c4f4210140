package ru.cur.workplace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.cur.channel.Channel;
import ru.cur.directory.Directory;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentCard;
import ru.cur.incident.IncidentCards;
import ru.cur.incident.IncidentHistory;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentStatus;
import ru.cur.incident.Message;
import ru.cur.reply.Answer;
import ru.cur.sla.RussianDates;
import ru.cur.sla.RussianNumbers;
import ru.cur.sla.clock.ClockKind;
import ru.cur.sla.clock.ClockReading;
import ru.cur.sla.clock.Clocks;
import ru.cur.sla.clock.Explanation;

/**
 * What a form shows of the case beside the process variables. It comes from our tables at the moment of display and is
 * never a process variable: people's words and names stay out of the engine. Names are listed in forms/README.md.
 */
@Component
class FormContext {
    private static final int LONGEST_POST = 300;

    private final IncidentCards cards;
    private final WorkContext work;
    private final Directory directory;
    private final Clocks clocks;
    private final ReplyContext replies;
    private final Clock clock;
    private final ZoneId zone;

    FormContext(
            IncidentCards cards,
            WorkContext work,
            Directory directory,
            Clocks clocks,
            ReplyContext replies,
            Clock clock,
            ZoneId zone) {
        this.cards = cards;
        this.work = work;
        this.directory = directory;
        this.clocks = clocks;
        this.replies = replies;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What a form is about beside the case.
     *
     * @param messageVersion a question or a notice to the author; null mostly
     * @param requestId what one body has asked of another; null mostly
     */
    record Shown(Integer messageVersion, Long requestId) {}

    /** @param label what people read @param value what the form sends */
    record Option(String label, String value) {}

    /**
     * Texts and lists of {@link Option}s by the name under which a form finds them; empty when there is no such case.
     *
     * @param shown what the task is about beside the case
     */
    Map<String, Object> of(String number, Shown shown) {
        return cards.find(new IncidentNumber(number))
                .map(card -> {
                    Map<String, Object> context = describe(card, shown.messageVersion());
                    context.put("contextRequest", work.request(shown.requestId()));
                    return context;
                })
                .orElse(Map.of());
    }

    private Map<String, Object> describe(IncidentCard card, Integer messageVersion) {
        Map<String, Object> context = new LinkedHashMap<>();
        Incident incident = card.incident();
        context.put("caseNumber", incident.number().value());
        context.put("caseStatus", status(incident));
        context.put("caseTerm", term(incident));
        context.put("contextTerms", terms(incident));
        context.put("contextPlace", place(card));
        context.put("contextHistory", history(card));
        context.put("contextReturn", lastReturn(card));
        context.put(
                "contextAnswer",
                card.answers().isEmpty() ? "" : last(card.answers()).text());
        context.put("contextDisposal", lastDetails(card, "Предложено оставить без ответа"));
        context.put("contextWork", work(card));
        context.put("contextPromise", promise(card));
        describeMessages(card, context);
        describeWork(card, context);
        addLists(context);
        addDefaults(card, context);
        replies.describe(card, messageVersion, context);
        return context;
    }

    /** The status, and what is noted beside it. */
    private static String status(Incident incident) {
        return Stream.concat(Stream.of(incident.status().title()), incident.marks().titles().stream())
                .collect(Collectors.joining(" · "));
    }

    private void describeWork(IncidentCard card, Map<String, Object> context) {
        IncidentNumber number = card.incident().number();
        context.put("contextPreviousAnswer", previousAnswer(card.answers()));
        context.put("contextDocuments", documents(card));
        context.put("contextRequests", work.requests(number));
        context.put("contextEvidence", work.evidence(number));
        context.put("contextTimeRequest", work.timeRequest(number));
        context.put("executorOptions", work.executors(card.incident()));
        context.put("openPartOptions", work.openParts(number));
    }

    private void describeMessages(IncidentCard card, Map<String, Object> context) {
        if (card.messages().isEmpty()) {
            return;
        }
        Message first = card.messages().get(0);
        context.put(
                "channelName", Channel.of(first.channel()).map(Channel::title).orElse(first.channel()));
        context.put("contextAuthor", author(first));
        context.put("messagePermalink", Optional.ofNullable(first.permalink()).orElse(""));
        context.put(
                "contextMessage",
                card.messages().stream().map(FormContext::words).collect(Collectors.joining("\n— — —\n")));
    }

    private static String words(Message message) {
        String words = message.question() == null
                ? message.currentText()
                : "Вопрос: %s\n\nИз сообщения: %s".formatted(message.question(), message.currentText());
        String post = message.post().text();
        return post == null ? words : "%s\n\nПод публикацией: «%s»".formatted(words, shortened(post));
    }

    private static String shortened(String post) {
        return post.length() > LONGEST_POST ? post.substring(0, LONGEST_POST) + "…" : post;
    }

    private static String author(Message message) {
        String name = Optional.ofNullable(message.authorName()).orElse("имя не указано");
        return message.authorContact() == null ? name : name + ", " + message.authorContact();
    }

    /** The term that matters now; nothing is due of a case that has ended, nor while its clocks stand still. */
    private String term(Incident incident) {
        return openClocks(incident)
                .filter(reading -> reading.clock().kind() == matters(incident))
                .findFirst()
                .map(this::remaining)
                .orElse("");
    }

    private String remaining(ClockReading reading) {
        return reading.dueAt()
                .map(due -> RussianDates.moment(due, zone) + " ("
                        + reading.calendar().remaining(clock.instant(), due) + ")")
                .orElseGet(() -> "приостановлен, остаётся "
                        + RussianNumbers.hours(reading.left().abs()));
    }

    private static ClockKind matters(Incident incident) {
        return switch (incident.status()) {
            case NEW, MODERATION -> ClockKind.TRIAGE;
            case ON_CONTROL -> ClockKind.CONTROL;
            default -> incident.firstPublishedAt() == null ? ClockKind.FIRST_ANSWER : ClockKind.SOLUTION;
        };
    }

    private String terms(Incident incident) {
        return openClocks(incident)
                .map(reading -> "%s. %s"
                        .formatted(
                                StringUtils.capitalize(reading.clock().kind().title()),
                                Explanation.of(reading).text()))
                .collect(Collectors.joining("\n"));
    }

    private Stream<ClockReading> openClocks(Incident incident) {
        return clocks.of(incident.number().value()).stream()
                .filter(reading -> !reading.clock().isStopped());
    }

    /** The day that the latest answer promises. */
    private static String promise(IncidentCard card) {
        return card.answers().isEmpty() || last(card.answers()).promisedOn() == null
                ? ""
                : RussianDates.day(last(card.answers()).promisedOn());
    }

    private static String place(IncidentCard card) {
        return Stream.of(card.municipalityName(), card.incident().address())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String history(IncidentCard card) {
        return card.history().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(IncidentHistory.Line line) {
        String who = IncidentHistory.SYSTEM.equals(line.actor()) ? "" : " — " + directory.fullName(line.actor());
        String details = line.details() == null ? "" : ": " + line.details();
        return RussianDates.moment(line.at(), zone) + " " + line.kind() + details + who;
    }

    private static String lastReturn(IncidentCard card) {
        IncidentStatus status = card.incident().status();
        if (status == IncidentStatus.REWORK && !card.answers().isEmpty()) {
            Answer answer = last(card.answers());
            return answer.returnReason() + ": " + answer.returnText();
        }
        return status == IncidentStatus.RETURNED ? lastDetails(card, "Возвращено") : "";
    }

    private static String work(IncidentCard card) {
        String report = lastDetails(card, "Отчёт о работе");
        String evidence = card.attachments().stream()
                .filter(attachment -> attachment.kind().equals("EVIDENCE"))
                .map(FormContext::proof)
                .collect(Collectors.joining("\n"));
        return evidence.isEmpty() ? report : report + "\n" + evidence;
    }

    /** Tasklist makes a link of the address. */
    private static String proof(IncidentCard.Attachment proof) {
        return proof.fileName() == null
                ? "Фото: " + proof.url()
                : "%s «%s»: %s".formatted(proof.title(), proof.fileName(), proof.url());
    }

    /** The version before the latest, with what was wrong about it. */
    private static String previousAnswer(List<Answer> answers) {
        if (answers.size() < 2) {
            return "";
        }
        Answer previous = answers.get(answers.size() - 2);
        return previous.returnText() == null
                ? previous.text()
                : "%s\n\nЗамечание: %s".formatted(previous.text(), previous.returnText());
    }

    private static String documents(IncidentCard card) {
        return card.attachments().stream()
                .filter(attachment -> attachment.kind().equals("DOCUMENT"))
                .map(attachment -> attachment.title() + ": " + attachment.url())
                .collect(Collectors.joining("\n"));
    }

    private static String lastDetails(IncidentCard card, String kind) {
        return card.history().stream()
                .filter(line -> line.kind().startsWith(kind) && line.details() != null)
                .reduce((earlier, later) -> later)
                .map(line -> line.kind().equals(kind) ? line.details() : line.kind() + ". " + line.details())
                .orElse("");
    }

    private void addLists(Map<String, Object> context) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        context.put(
                "categoryOptions",
                directory.categories().stream()
                        .map(category -> new Option(category.code() + " · " + category.name(), category.code()))
                        .toList());
        context.put(
                "municipalityOptions",
                directory.municipalities(today).stream()
                        .map(municipality -> new Option(municipality.name(), municipality.code()))
                        .toList());
        context.put(
                "bodyOptions",
                directory.organisations(today).stream()
                        .map(organisation -> new Option(organisation.shortName(), organisation.id()))
                        .toList());
    }

    /** What a field holds before anybody has typed. */
    private static void addDefaults(IncidentCard card, Map<String, Object> context) {
        context.put("categoryCode", card.incident().categoryCode());
        context.put("municipalityCode", card.incident().municipalityCode());
        context.put(
                "addressText", Optional.ofNullable(card.incident().address()).orElse(""));
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
