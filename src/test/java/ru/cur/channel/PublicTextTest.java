package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Здравствуйте, Анна! Траву скосили.          | Здравствуйте! Траву скосили.
                    Здравствуйте, Анна Петровна. Траву скосили. | Здравствуйте. Траву скосили.
                    Добрый день, Анна! Готово.                  | Добрый день! Готово.
                    Здравствуйте! Анна Ахматова – поэт.         | Здравствуйте! Анна Ахматова – поэт.
                    Траву скосили.                              | Траву скосили.
                                                                |""")
    void whomItGreetsIsLeftOut(String answer, String shown) {
        assertThat(PublicText.of(answer)).isEqualTo(shown);
    }
}
