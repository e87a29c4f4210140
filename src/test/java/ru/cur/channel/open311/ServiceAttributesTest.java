package ru.cur.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.cur.CurTest;
import ru.cur.channel.ServiceCatalog;
import ru.cur.channel.open311.ServiceAttribute.Datatype;

/** What is asked about a service, and how answers become words. */
@CurTest
class ServiceAttributesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Vladivostok");

    @Autowired
    private ServiceCatalog catalog;

    @Autowired
    private ServiceAttributes attributes;

    @Test
    void theFileNamesServicesAndAsksThemInOrder() {
        assertThat(attributes.services()).isNotEmpty().allSatisfy(service -> {
            assertThat(catalog.find(service)).as(service).isPresent();
            List<ServiceAttribute> asked = attributes.of(service);
            assertThat(asked.stream().map(ServiceAttribute::order))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, asked.size()).boxed().toList());
            assertThat(asked.stream().map(ServiceAttribute::code)).doesNotHaveDuplicates();
        });
    }

    @Test
    void onlyListsHaveValuesAndOnlyQuestionsLabels() {
        assertThat(attributes.services().stream().flatMap(service -> attributes.of(service).stream()))
                .allSatisfy(attribute -> {
                    boolean list = attribute.datatype() == Datatype.SINGLEVALUELIST
                            || attribute.datatype() == Datatype.MULTIVALUELIST;
                    assertThat(attribute.values().isEmpty())
                            .as(attribute.code())
                            .isNotEqualTo(list);
                    assertThat(attribute.label().isEmpty())
                            .as(attribute.code())
                            .isEqualTo(attribute.variable() ? false : true);
                    assertThat(attribute.required() && !attribute.variable()).isFalse();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    STRING   | ' с 5 по 9 '              | В: с 5 по 9
                    STRING   | 'две
                    строки'                              |
                    TEXT     | 'две
                    строки'                              | 'В: две
                    строки'
                    NUMBER   | 12.50                     | В: 12,50
                    NUMBER   | -3,5                      | В: -3,5
                    NUMBER   | 0x10                      |
                    NUMBER   | 12345678901234567890      |
                    DATETIME | 2026-11-23T10:00:00+10:00 | В: 23.11.2026 10:00
                    DATETIME | 2026-11-23T10:00:00 10:00 | В: 23.11.2026 10:00
                    DATETIME | 2026-11-23T10:00          | В: 23.11.2026 10:00
                    DATETIME | 2026-11-23                | В: 23.11.2026
                    DATETIME | 23.11.2026                |
                    DATETIME | 2026-02-31                |
                    DATETIME | 0001-01-01                |
                    SINGLEVALUELIST | a                  | В: альфа
                    SINGLEVALUELIST | альфа              |
                    SINGLEVALUELIST | ''                 | ''""")
    void answersBecomeWords(Datatype datatype, String value, String line) {
        ServiceAttribute asked = new ServiceAttribute(
                "S",
                1,
                "V",
                true,
                datatype,
                false,
                "В",
                "?",
                null,
                datatype == Datatype.SINGLEVALUELIST ? Map.of("a", "альфа") : Map.of());
        List<GeoError> errors = new ArrayList<>();
        List<String> lines =
                new AttributeAnswers(List.of(asked), ZONE, errors).read(Map.of("attribute[V]", new String[] {value}));
        assertThat(String.join("", lines)).isEqualTo(line == null ? "" : line);
        assertThat(errors.isEmpty()).isEqualTo(line != null);
    }

    @Test
    void severalValuesAreForListsOfSeveral() {
        for (Datatype datatype : List.of(Datatype.SINGLEVALUELIST, Datatype.MULTIVALUELIST)) {
            ServiceAttribute asked = new ServiceAttribute(
                    "S", 1, "V", true, datatype, true, "В", "?", null, Map.of("a", "альфа", "b", "бета"));
            List<GeoError> errors = new ArrayList<>();
            List<String> lines = new AttributeAnswers(List.of(asked), ZONE, errors)
                    .read(Map.of("attribute[V][]", new String[] {"b", "a", "b"}));
            boolean several = datatype == Datatype.MULTIVALUELIST;
            assertThat(lines).isEqualTo(several ? List.of("В: бета, альфа") : List.of());
            assertThat(errors).hasSize(several ? 0 : 1);
        }
    }
}
