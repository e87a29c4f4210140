package ru.cur.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.cur.reply.CaseBrief.Letter;
import ru.cur.reply.Finding.Kind;
import ru.cur.sla.RussianDates;

/**
 * What can be said of an answer without reading it as a person would. Pure: the same text of the same case always has the same
 * findings.
 */
final class ReplyChecks {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern QUESTION = Pattern.compile("[?]+");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*");
    private static final Pattern HOST =
            Pattern.compile("(?iu)(?<![\\p{L}\\d@.-])(?:https?://)?((?:[\\p{L}\\d-]+\\.)+\\p{L}{2,})");

    private final ReplyLists lists;
    private final Map<String, Integer> longest;
    private final ReplyChannels channels;
    private final PersonalData personalData;

    ReplyChecks(ReplyLists lists, Map<String, Integer> longest, ReplyChannels channels) {
        this.lists = lists;
        this.longest = longest;
        this.channels = channels;
        this.personalData = new PersonalData(lists.firstNames());
    }

    /** Refusals first. */
    List<Finding> of(String text, AnswerParts parts, CaseBrief brief) {
        List<Finding> found = new ArrayList<>();
        length(text, brief).ifPresent(found::add);
        TemplateVariables.open(text)
                .map(variable -> new Finding(
                        Kind.OPEN_VARIABLE,
                        "В тексте осталась незаполненная переменная %s: замените её словами".formatted(variable)))
                .ifPresent(found::add);
        if (brief.letters().stream().map(Letter::channel).anyMatch(channels::isPublic)) {
            found.addAll(personalData.in(text, brief.letters()));
        }
        found.addAll(links(text));
        found.addAll(boilerplate(text));
        found.addAll(omissions(text, parts, brief));
        return found.stream()
                .sorted((one, other) -> Boolean.compare(other.isRefused(), one.isRefused()))
                .toList();
    }

    /** The strictest channel of the case decides: each author gets the same text. */
    private Optional<Finding> length(String text, CaseBrief brief) {
        return brief.letters().stream()
                .map(Letter::channel)
                .filter(channel -> longest.getOrDefault(channel, Integer.MAX_VALUE) < text.length())
                .min((one, other) -> longest.get(one) - longest.get(other))
                .map(channel -> new Finding(
                        Kind.TOO_LONG,
                        "Канал «%s» принимает не больше %d знаков, в ответе %d: сократите его"
                                .formatted(channels.title(channel), longest.get(channel), text.length())));
    }

    private List<Finding> links(String text) {
        return HOST.matcher(text)
                .results()
                .map(link -> link.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .flatMap(host -> lists.forbiddenLinks().stream()
                        .filter(forbidden -> host.equals(forbidden.host()) || host.endsWith("." + forbidden.host()))
                        .map(forbidden -> new Finding(
                                Kind.FORBIDDEN_LINK,
                                "Уберите ссылку на %s: %s"
                                        .formatted(host, forbidden.reason().title()))))
                .toList();
    }

    private List<Finding> boilerplate(String text) {
        String plain = plain(text);
        return lists.boilerplate().stream()
                .filter(phrase -> plain.contains(plain(phrase.phrase())))
                .map(phrase -> phrase.refused()
                        ? new Finding(
                                Kind.BOILERPLATE,
                                "Уберите отписку «%s»: напишите, что сделано или будет сделано"
                                        .formatted(phrase.phrase()))
                        : new Finding(
                                Kind.EMPTY_PHRASE,
                                "Канцелярский оборот «%s»: скажите проще и точнее".formatted(phrase.phrase())))
                .toList();
    }

    private static String plain(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll(" ");
    }

    private static List<Finding> omissions(String text, AnswerParts parts, CaseBrief brief) {
        List<Finding> found = new ArrayList<>();
        if (!AnswerText.hasGreeting(text)) {
            found.add(new Finding(Kind.NO_GREETING, "Ответ начинается без «Здравствуйте»"));
        }
        long questions = brief.letters().stream()
                .mapToLong(letter -> QUESTION.matcher(letter.text()).results().count())
                .max()
                .orElse(0);
        long paragraphs = PARAGRAPHS
                .splitAsStream(AnswerText.withoutGreeting(text))
                .filter(paragraph -> !paragraph.isBlank())
                .count();
        if (questions > 1 && paragraphs < questions) {
            found.add(new Finding(
                    Kind.UNANSWERED_QUESTION,
                    "Вопросов в сообщении %d, а абзацев в ответе %d: проверьте, на всё ли отвечено"
                            .formatted(questions, paragraphs)));
        }
        if (parts.plan() != null && parts.promisedOn() == null) {
            found.add(new Finding(
                    Kind.PLAN_WITHOUT_DATE, "Обещано без даты: инцидент закроется, проверять будет нечего"));
        }
        if (parts.promisedOn() != null && !names(text, parts)) {
            found.add(new Finding(
                    Kind.DATE_NOT_NAMED,
                    "Обещанная дата %s в тексте не названа".formatted(RussianDates.day(parts.promisedOn()))));
        }
        return found;
    }

    /** «25.12.2026», «25.12», «25 декабря». */
    private static boolean names(String text, AnswerParts parts) {
        String day = RussianDates.day(parts.promisedOn());
        return text.contains(day.substring(0, 5)) || text.contains(RussianDates.dayAndMonth(parts.promisedOn()));
    }
}
