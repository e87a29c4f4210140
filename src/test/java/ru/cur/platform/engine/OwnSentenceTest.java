package ru.cur.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSentenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Сеть не отвечает (ВКонтакте).|Сеть не отвечает (ВКонтакте).",
                "ENGINE-03051 There was an exception. Message: 'Exception while invoking TaskListener: Напишите вопрос'|Напишите вопрос",
                "Cannot submit task form x: «Дата» – раньше сегодняшней|«Дата» – раньше сегодняшней"
            })
    void itIsFoundInWhatTheEngineSays(String message, String sentence) {
        assertThat(OwnSentence.in(message)).contains(sentence);
    }

    @Test
    void dataInAnEnglishErrorAreNoSentence() {
        assertThat(OwnSentence.in("ERROR: duplicate key\n  Detail: Key (number)=(ПК-2026-000001) already exists."))
                .isEmpty();
        assertThat(OwnSentence.in(null)).isEmpty();
    }
}
