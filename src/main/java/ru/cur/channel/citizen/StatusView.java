package ru.cur.channel.citizen;

import java.time.Instant;
import java.util.List;
import ru.cur.channel.PublicAnswer;
import ru.cur.channel.PublicCase;

/**
 * What the page of a case shows.
 *
 * @param answers newest first
 * @param own what its author alone sees; null for everybody else
 */
record StatusView(PublicCase shown, List<PublicAnswer> answers, Own own) {

    /**
     * @param externalId of the report
     * @param words what he has written, oldest first
     * @param photos how many he has sent
     * @param asked whether he is asked what he thinks of the answer
     * @param open whether he may add something to the case
     */
    record Own(String externalId, List<Words> words, int photos, boolean asked, boolean open) {}

    /** @param at when it came */
    record Words(String text, Instant at) {}

    boolean has(long photo) {
        return answers.stream().anyMatch(answer -> answer.photos().contains(photo));
    }
}
