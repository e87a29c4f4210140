package ru.cur.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.cur.reply.CaseBrief.Letter;
import ru.cur.reply.Finding.Kind;

/** The checks as a table: what an answer says, and what is found. */
class ReplyChecksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);
    private static final AnswerParts DONE = AnswerParts.done("Яму засыпали");
    private static final AnswerParts PROMISE = new AnswerParts(null, "Засыплем", DAY, null, null);

    private static final ReplyChannels CHANNELS = new ReplyChannels() {
        @Override
        public String title(String channel) {
            return "сеть " + channel;
        }

        @Override
        public boolean isPublic(String channel) {
            return !channel.equals("phone");
        }
    };

    private final ReplyChecks checks =
            new ReplyChecks(new ReplyLists(), Map.of("vk", 9000, "max", 4000, "instagram", 2200), CHANNELS);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                 | Здравствуйте, Мария! Яму засыпали.
            ''                 | Добрый день! Яму засыпали.
            ''                 | Доброго дня, Мария. Яму засыпали.
            ''                 | Уважаемая Мария! Яму засыпали.
            NO_GREETING        | Яму засыпали.
            NO_GREETING        | Мария, здравствуйте! Яму засыпали.
            AUTHORS_CONTACT    | Здравствуйте! Позвоним вам на +7 (914) 123-45-67.
            AUTHORS_CONTACT    | Здравствуйте! Позвоним вам на 89141234567.
            AUTHORS_CONTACT    | Здравствуйте! Позвоним вам на 914 123 45 67.
            AUTHORS_CONTACT    | Здравствуйте! Ваш второй телефон 8 924 765 43 21.
            AUTHORS_CONTACT    | Здравствуйте! Напишем на Maria.T@mail.example.
            MOBILE_PHONE       | Здравствуйте! Звоните мастеру: 8 914 000-11-22.
            ''                 | Здравствуйте! Звоните в диспетчерскую: 8 (423) 261-00-00.
            ''                 | Здравствуйте! Пишите на priem@primorsky.example.
            ''                 | Здравствуйте! Заявка 20261124-0001 от 24.11.2026.
            AUTHORS_NAME       | Здравствуйте, Мария Тестова!
            AUTHORS_NAME       | Здравствуйте! Марии Тестовой ответили.
            AUTHORS_NAME       | Здравствуйте! Тестовой Марии Ивановне ответили.
            ''                 | Здравствуйте, Мария Ивановна! Ответили.
            ''                 | Здравствуйте! На улице Тестовая яму засыпали.
            FLAT               | Здравствуйте! В кв. 12 тепло.
            FLAT               | Здравствуйте! В кв.12 тепло.
            FLAT               | Здравствуйте! В квартире № 112 тепло.
            ''                 | Здравствуйте! В квартирах дома тепло.
            ''                 | Здравствуйте! Заасфальтировано 12 кв. м дороги.
            FORBIDDEN_LINK     | Здравствуйте! Подробности: https://www.facebook.com/cur.
            FORBIDDEN_LINK     | Здравствуйте! Подробности: Instagram.com/cur
            FORBIDDEN_LINK     | Здравствуйте! Пишите: wa.me/cur25
            FORBIDDEN_LINK     | Здравствуйте! Подробности: http://clck.ru/3abc
            FORBIDDEN_LINK     | Здравствуйте! Подробности: vk.cc/abc
            ''                 | Здравствуйте! Подробности: https://primorsky.ru/news/1
            ''                 | Здравствуйте! Подробности: https://vk.com/cur25
            ''                 | Здравствуйте! Подробности: https://notfacebook.com.ru/1
            BOILERPLATE        | Здравствуйте! Ваше  обращение рассмотрено.
            BOILERPLATE        | Здравствуйте! ВАШЕ ОБРАЩЕНИЕ ПЕРЕДАНО в администрацию.
            BOILERPLATE        | Здравствуйте! Благодарим за активную гражданскую позицию!
            EMPTY_PHRASE       | Здравствуйте! Яму засыпали в установленном порядке.
            OPEN_VARIABLE      | Здравствуйте! Яму по адресу {адрес} засыпали.
            ''                 | Здравствуйте! Яму засыпали (ул. Русская, 1).
            """)
    void anAnswerOfOneSentence(String expected, String text) {
        assertThat(kinds(text, DONE, "Засыпьте яму! Мой второй телефон 8-924-765-43-21"))
                .containsExactlyElementsOf(
                        expected.isEmpty()
                                ? List.of()
                                : Arrays.stream(expected.split(" "))
                                        .map(Kind::valueOf)
                                        .toList());
    }

    @ParameterizedTest(name = "{0} – {1} – {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Когда? Кто?             | Здравствуйте! Завтра.              | UNANSWERED_QUESTION
            Когда? Кто?             | Здравствуйте! Завтра.#Мы.          | ''
            Когда? Кто?             | Здравствуйте!##Завтра.##Мы.        | ''
            Когда?? Кто?! А почём?  | Здравствуйте!#Завтра.#Мы.          | UNANSWERED_QUESTION
            Когда же?               | Здравствуйте! Завтра.              | ''
            Когда засыпете яму      | Здравствуйте! Завтра.              | ''
            """)
    void severalQuestionsWantSeveralParagraphs(String letter, String text, String expected) {
        assertThat(kinds(text.replace("#", "\n"), DONE, letter).stream().map(Enum::name))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Здравствуйте! Засыплем до 25.12.2026.    | ''
            Здравствуйте! Засыплем до 25.12.         | ''
            Здравствуйте! Засыплем до 25 декабря.    | ''
            Здравствуйте! Засыплем скоро.            | DATE_NOT_NAMED
            Здравствуйте! Засыплем до 24.12.2026.    | DATE_NOT_NAMED
            """)
    void aPromiseNamesItsDay(String text, String expected) {
        assertThat(kinds(text, PROMISE, "Яма").stream().map(Enum::name))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aPlanWithoutADayIsNamed() {
        AnswerParts plan = new AnswerParts(null, "Засыплем", null, null, null);
        assertThat(kinds("Здравствуйте! Засыплем.", plan, "Яма")).containsExactly(Kind.PLAN_WITHOUT_DATE);
    }

    @Test
    void theStrictestChannelDecidesTheLength() {
        String text = "Здравствуйте! " + "а".repeat(2200);
        assertThat(checks.of(text, DONE, brief(letter("vk", "Яма")))).isEmpty();
        assertThat(checks.of(text, DONE, brief(letter("vk", "Яма"), letter("instagram", "Яма"), letter("max", "Яма"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.TOO_LONG);
                    assertThat(finding.sentence())
                            .isEqualTo(
                                    "Канал «сеть instagram» принимает не больше 2200 знаков, в ответе 2214: сократите его");
                });
        assertThat(checks.of(text, DONE, brief(letter("pos", "Яма")))).isEmpty();
    }

    @Test
    void whatNobodyElseReadsMayNameTheAuthor() {
        String text = "Здравствуйте, Мария Тестова! В кв. 12 тепло, позвоним на 89141234567.";
        assertThat(checks.of(text, DONE, brief(letter("phone", "Холодно")))).isEmpty();
        assertThat(checks.of(text, DONE, brief(letter("phone", "Холодно"), letter("vk", "Холодно"))))
                .extracting(Finding::kind)
                .containsExactly(Kind.AUTHORS_CONTACT, Kind.FLAT, Kind.AUTHORS_NAME);
    }

    @Test
    void refusalsComeFirstAndNameTheirPlace() {
        List<Finding> found =
                checks.of("Звоните 8 914 000-11-22. Ваше обращение рассмотрено.", DONE, brief(letter("vk", "Яма")));
        assertThat(found).extracting(Finding::kind).startsWith(Kind.BOILERPLATE).hasSize(3);
        assertThat(found.get(0).isRefused()).isTrue();
        assertThat(found.get(0).sentence()).contains("«ваше обращение рассмотрено»");
        assertThat(found.subList(1, 3)).noneMatch(Finding::isRefused);
    }

    private List<Kind> kinds(String text, AnswerParts parts, String letter) {
        return checks.of(text, parts, brief(letter("vk", letter))).stream()
                .map(Finding::kind)
                .toList();
    }

    private static CaseBrief brief(Letter... letters) {
        return new CaseBrief(List.of(letters), "ул. Русская, 1", "Администрация", "ROAD-2");
    }

    private static Letter letter(String channel, String text) {
        return new Letter(channel, "Мария Тестова", "+7 914 123-45-67, maria.t@mail.example", text);
    }
}
