package ru.cur.incident.web;

import java.util.ArrayList;
import java.util.List;
import ru.cur.reply.Answer;
import ru.cur.reply.Delivery;
import ru.cur.reply.VersionComparison;

/**
 * A version of what a case says to its authors, with its way to them.
 *
 * @param before the earlier version of the answer with which it is compared; null for a first one, a question or a notice
 * @param comparison null without an earlier version
 */
public record AnswerLine(Answer answer, Integer before, VersionComparison comparison, List<Delivery> deliveries) {

    /** The newest version first. @param all oldest first */
    static List<AnswerLine> of(List<Answer> all, List<Delivery> deliveries) {
        List<AnswerLine> lines = new ArrayList<>();
        Answer before = null;
        for (Answer answer : all) {
            boolean compared = before != null && answer.kind().isAnswer();
            lines.add(
                    0,
                    new AnswerLine(
                            answer,
                            compared ? before.version() : null,
                            compared ? VersionComparison.of(before.text(), answer.text()) : null,
                            deliveries.stream()
                                    .filter(delivery -> delivery.version() == answer.version())
                                    .toList()));
            before = answer.kind().isAnswer() ? answer : before;
        }
        return lines;
    }
}
