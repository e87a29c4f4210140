package ru.cur.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
    private static final CaseBrief BRIEF =
            new CaseBrief(List.of(), "ул. Русская, 1", "Администрация Владивостока", "ROAD-2");
    private static final Greeting MARIA = new Greeting("Мария");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);

    @Test
    void allPartsBecomeParagraphs() {
        AnswerParts parts = new AnswerParts(
                "Яму оградили", "Засыплем её", DAY, "Асфальт зимой не кладут", "СП 78.13330.2012, пункт 12.3");
        assertThat(AnswerText.compose(parts, MARIA, BRIEF)).isEqualTo("""
                        Здравствуйте, Мария!

                        Яму оградили.

                        Засыплем её. Срок: до 25.12.2026.

                        Асфальт зимой не кладут. Основание: СП 78.13330.2012, пункт 12.3.""");
    }

    @Test
    void aTemplateIsFilledIn() {
        AnswerParts parts = new AnswerParts(
                "{имя}, яму по адресу {адрес} оградили.", "Засыплем до {дата}. Работает {орган}.", DAY, null, null);
        assertThat(AnswerText.compose(parts, MARIA, BRIEF)).isEqualTo("""
                        Здравствуйте, Мария!

                        Мария, яму по адресу ул. Русская, 1 оградили.

                        Засыплем до 25.12.2026. Работает Администрация Владивостока.""");
    }

    @Test
    void whatIsNotKnownStaysOpenForTheCheck() {
        CaseBrief unknown = new CaseBrief(List.of(), null, null, null);
        AnswerParts parts = AnswerParts.done("Яму по адресу {адрес} засыпали.");
        String text = AnswerText.compose(parts, new Greeting(null), unknown);
        assertThat(text).startsWith("Здравствуйте!").contains("{адрес}");
        assertThat(TemplateVariables.open(text)).contains("{адрес}");
    }

    @Property(tries = 300)
    void everyPartIsInTheTextInItsOrderAndOnce(
            @ForAll("parts") AnswerParts parts, @ForAll("greetings") Greeting greeting) {
        String text = AnswerText.compose(parts, greeting, BRIEF);
        assertThat(text).startsWith(greeting.text());
        assertThat(AnswerText.hasGreeting(text)).isTrue();
        int from = greeting.text().length();
        for (String part : parts.texts().map(String::strip).toList()) {
            int at = text.indexOf(part, from);
            assertThat(at).as("'%s' in '%s' from %d", part, text, from).isNotNegative();
            from = at + part.length();
        }
        long paragraphs = Stream.of(text.split("\n\n")).count();
        assertThat(paragraphs).isEqualTo(1 + parts.texts().count());
        assertThat(text).doesNotContain("\n\n\n").doesNotContain("..").isEqualTo(text.strip());
        if (parts.promisedOn() != null) {
            assertThat(text).containsOnlyOnce("25.12.2026");
        }
        if (parts.refusal() != null) {
            assertThat(text).contains("Основание: " + parts.legalGround().strip());
        }
    }

    @Property(tries = 200)
    void onlyGreetingSpacesAndSignsMakeNoOtherText(@ForAll("parts") AnswerParts parts) {
        String one = AnswerText.compose(parts, MARIA, BRIEF);
        String other = AnswerText.compose(parts, new Greeting(null), BRIEF)
                .replace(" ", "  ")
                .replace(".", " .");
        assertThat(AnswerText.fingerprint(one)).isEqualTo(AnswerText.fingerprint(other));
        assertThat(AnswerText.fingerprint(one)).isNotEqualTo(AnswerText.fingerprint(one + " И ещё."));
    }

    @Provide
    Arbitrary<AnswerParts> parts() {
        Arbitrary<String> words = Arbitraries.of("Сделали", " Засыпали яму ", "Готово!", "Как так?", "Ждём (до весны)")
                .injectNull(0.4);
        Arbitrary<LocalDate> day = Arbitraries.of(DAY).injectNull(0.5);
        return Combinators.combine(words, words, day, words)
                .as((done, plan, date, refusal) -> new AnswerParts(
                        done, plan, plan == null ? null : date, refusal, refusal == null ? null : "закон № 1"))
                .filter(parts -> !parts.isEmpty());
    }

    @Provide
    Arbitrary<Greeting> greetings() {
        return Arbitraries.of("Мария", "Анна Петровна").injectNull(0.3).map(Greeting::new);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Мария Тестова          | Мария
            Тестова Мария          | Мария
            Тестова Мария Ивановна | Мария Ивановна
            Светлана М.            | Светлана
            Игорь                  | Игорь
            Алёна_Кот              | Алёна
            anna_k                 | -
            Администрация          | -
            id12345                | -
            -                      | -
            """)
    void aNameIsTakenOnlyWhenItIsOne(String author, String name) {
        assertThat(Greeting.nameIn(author, new ReplyLists().firstNames()).orElse(null))
                .isEqualTo(name);
    }

    @Test
    void severalAuthorsAreGreetedWithoutAName() {
        Set<String> names = new ReplyLists().firstNames();
        assertThat(Greeting.to(letters("Мария Т.", "Мария Т."), names).text()).isEqualTo("Здравствуйте, Мария!");
        assertThat(Greeting.to(letters("Мария Т.", "Игорь Ж."), names).text()).isEqualTo("Здравствуйте!");
        assertThat(Greeting.to(letters("Мария Т.", null), names).text()).isEqualTo("Здравствуйте!");
        assertThat(Greeting.to(List.of(), names).text()).isEqualTo("Здравствуйте!");
    }

    private static List<CaseBrief.Letter> letters(String... authors) {
        return Stream.of(authors)
                .map(author -> new CaseBrief.Letter("vk", author, null, "Яма"))
                .toList();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -      | -        | -          | -        | Заполните хотя бы одну часть
            -      | -        | 2026-12-25 | -        | Заполните хотя бы одну часть
            Готово | -        | 2026-12-25 | -        | Напишите, что будет сделано к обещанной дате
            Готово | -        | -          | Нельзя   | Укажите нормативное основание
            """)
    void halfAPartIsRefused(String done, String plan, LocalDate day, String refusal, String sentence) {
        assertThatThrownBy(() -> new AnswerParts(done, plan, day, refusal, null).check())
                .isInstanceOf(AnswerRefusal.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void aNormWithoutARefusalIsRefused() {
        assertThatThrownBy(() -> new AnswerParts("Готово", null, null, null, "закон № 1").check())
                .hasMessageContaining("указано только основание");
    }

    @Property(tries = 200)
    void whatHasADayIsInterim(@ForAll("parts") AnswerParts parts) {
        parts.check();
        assertThat(parts.kind())
                .isEqualTo(Objects.isNull(parts.promisedOn()) ? Answer.Kind.FINAL : Answer.Kind.INTERIM);
    }
}
