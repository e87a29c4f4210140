package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ул. Русская, 10                              | ул. Русская, 10
                    ул. Русская, 10, кв. 5                       | ул. Русская, 10
                    ул. Русская, д. 10 кв5                       | ул. Русская, д. 10
                    Русская 10, квартира № 17, 3 этаж            | Русская 10
                    Русская 10 (подъезд 2, домофон 17)           | Русская 10
                    Русская 10, 2-й подъезд                      | Русская 10
                    Русская 10, 5 этаж                           | Русская 10
                    Русская, 10-17                               | Русская, 10
                    Русская, 10а – 17                            | Русская, 10а
                    Русская 10, тел. 8 900 111-22-33             | Русская 10
                    Русская 10, +79001112233                     | Русская 10
                    Русская 10, maria@mail.example               | Русская 10
                    пгт Кавалерово, квартал 5, остановка Подгорная | пгт Кавалерово, квартал 5, остановка Подгорная
                    100-летия Владивостока, 57                   | 100-летия Владивостока, 57
                    проспект 100 лет Владивостоку, 57            | проспект 100 лет Владивостоку, 57
                    кв. 5                                        |""")
    void theHouseAloneIsShown(String written, String shown) {
        assertThat(SafeAddress.of(written, null)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Русская 10, Тестова Мария | Мария Тестова |
                    Русская 10                | Мария Тестова | Русская 10
                    Русская 10                | Анна Русская  |
                    Русская 10                |               | Русская 10""")
    void anAddressThatNamesItsAuthorIsNot(String written, String authors, String shown) {
        assertThat(SafeAddress.of(written, authors)).isEqualTo(shown);
        assertThat(SafeAddress.of(null, authors)).isNull();
    }
}
