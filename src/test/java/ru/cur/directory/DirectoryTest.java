package ru.cur.directory;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.sla.Term;

class DirectoryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Path ROUTING = Path.of("bpmn/incident/incident-routing.dmn");

    private final Directory directory = DirectoryDatabase.directory();

    @Test
    void thirtyThreeMunicipalitiesStandToday() {
        List<Municipality> today = directory.municipalities(TODAY);
        assertThat(today).hasSize(33).extracting(Municipality::code).doesNotHaveDuplicates();
        assertThat(today)
                .extracting(Municipality::name)
                .startsWith("Анучинский муниципальный округ", "Арсеньевский городской округ")
                .contains("Муниципальный округ Спасск-Дальний");
        assertThat(DirectoryDatabase.tables()
                        .sql("select count(distinct oktmo) from municipality where valid_to is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(33);
    }

    @Test
    void oneMoreStoodBeforeSpasskBecameOne() {
        assertThat(directory.municipalities(LocalDate.of(2025, 5, 14))).hasSize(34);
    }

    @ParameterizedTest
    @CsvSource({
        "VLD,VLD",
        "vld,VLD",
        "05701000,VLD",
        "Владивосток,VLD",
        "'  г.  ВЛАДИВОСТОК ',VLD",
        "Владивостокский ГО,VLD",
        "Артем,ART",
        "Артём,ART",
        "артемовский городской округ,ART",
        "Большой Камень,BKA",
        "Городской округ Большой Камень,BKA",
        "Арсеньев,ARS",
        "Спасск-Дальний,SPD",
        "ГО Спасск-Дальний,SPD",
        "Спасский район,SPD",
        "Спасский р-н,SPD",
        "SPR,SPD",
        "05720000,SPD",
        "Партизанск,PRG",
        "Партизанский ГО,PRG",
        "Партизанский район,PRR",
        "Партизанский муниципальный округ,PRR",
        "Дальнереченск,DRG",
        "Дальнереченский район,DNR",
        "Лесозаводский городской округ,LES",
        "Хасанский район,HAS",
        "05602000,ANU"
    })
    void findsAMunicipalityByAnyOfItsNames(String name, String code) {
        assertThat(directory.municipality(name, TODAY)).map(Municipality::code).contains(code);
    }

    @Test
    void aNameMeansWhatItMeantOnTheDay() {
        LocalDate before = LocalDate.of(2025, 5, 14);
        assertThat(directory.municipality("Спасск-Дальний", before))
                .map(Municipality::name)
                .contains("Городской округ Спасск-Дальний");
        assertThat(directory.municipality("Спасский район", before))
                .map(Municipality::name)
                .contains("Спасский муниципальный район");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "г.", "Партизанский округ", "Кировский", "Октябрьский", "Хабаровск"})
    void doesNotGuess(String name) {
        assertThat(directory.municipality(name, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CUR")
    void everyKindOfBodyIsKnownInVladivostokAndArsenyev(BodyKind kind) {
        assertThat(directory.responsibleFor(kind, "VLD", TODAY)).isPresent();
        assertThat(directory.responsibleFor(kind, "ARS", TODAY)).isPresent();
        assertThat(kind.title()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "MUNICIPALITY,ARS,admArsenyev",
        "HEAT_UTILITY,ARS,primteploenergo",
        "WATER_UTILITY,VLD,primvodokanal",
        "WATER_UTILITY,ART,primvodokanal",
        "POWER_GRID,VLD,vpes",
        "POWER_GRID,ARS,drsk",
        "CITY_MAINTENANCE,VLD,sgtVladivostok",
        "MANHOLE_OWNER,ARS,primvodokanal",
        "MANHOLE_OWNER,NAH,admNakhodka",
        "MUNICIPALITY,SPR,admSpasskDalny",
        "MINISTRY_HOUSING,,minZhkh",
        "MINISTRY_HEALTH,,minZdrav"
    })
    void theMunicipalityGoesBeforeTheKrai(BodyKind kind, String municipality, String organisation) {
        assertThat(directory.responsibleFor(kind, municipality, TODAY))
                .map(responsible -> responsible.organisation().id())
                .contains(organisation);
    }

    @Test
    void saysWhy() {
        assertThat(directory.responsibleFor(BodyKind.WATER_UTILITY, "VLD", TODAY))
                .map(Responsible::explanation)
                .contains(
                        "Отвечает за «водоснабжение и водоотведение» на территории «Владивостокский городской округ»");
        assertThat(directory.responsibleFor(BodyKind.HEAT_UTILITY, "VLD", TODAY))
                .map(Responsible::explanation)
                .contains("Отвечает за «теплоснабжение» во всём Приморском крае");
    }

    @Test
    void leavesTheChoiceToTheCuratorWhenItIsNotPlain() {
        assertThat(directory.responsibleFor(BodyKind.CUR, "VLD", TODAY)).isEmpty();
        assertThat(directory.responsibleFor(BodyKind.MUNICIPALITY, null, TODAY)).isEmpty();
        DirectoryDatabase.tables()
                .sql("insert into responsibility (body_kind, organisation_id) values ('GAS_UTILITY', 'dgk')")
                .update();
        try {
            assertThat(directory.responsibleFor(BodyKind.GAS_UTILITY, "VLD", TODAY))
                    .isEmpty();
        } finally {
            DirectoryDatabase.tables()
                    .sql("delete from responsibility where organisation_id = 'dgk'")
                    .update();
        }
    }

    @Test
    void kindsAreThoseOfTheRoutingTable() throws IOException {
        String routing = Files.readString(ROUTING);
        String values = routing.substring(routing.indexOf("<outputValues"), routing.indexOf("</outputValues>"));
        assertThat(quoted(values))
                .containsExactly(Stream.of(BodyKind.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everyCategoryOfTheRoutingTableExists() throws IOException {
        String routing = Files.readString(ROUTING);
        String conditions = routing.substring(routing.indexOf("<rule"));
        List<String> codes = directory.categories().stream().map(Category::code).toList();
        assertThat(quoted(conditions))
                .filteredOn(code -> code.matches("[A-Z]{4}(-\\d)?"))
                .isNotEmpty()
                .allMatch(code -> codes.stream().anyMatch(known -> known.startsWith(code)), "is a category or a group");
    }

    @Test
    void everyStoryOfTheDemoHasItsCategory() throws IOException {
        List<String> stories = Files.readAllLines(Path.of("src/main/resources/demo/stories.csv"));
        assertThat(stories.subList(1, stories.size()))
                .filteredOn(not(String::isBlank))
                .allSatisfy(story ->
                        assertThat(directory.category(story.split(",", 3)[1])).isPresent());
    }

    @Test
    void overridingTermsAreTermsThatTheSlaReads() {
        assertThat(directory.categories().stream()
                        .map(Category::firstAnswerTerm)
                        .filter(Objects::nonNull))
                .hasSizeGreaterThan(5)
                .allSatisfy(term -> assertThatCode(() -> Term.parse(term)).doesNotThrowAnyException());
        assertThat(directory.category("ROAD-1"))
                .contains(new Category(
                        "ROAD-1",
                        "Открытый или сломанный люк, провал",
                        "P0",
                        "1 CALENDAR_HOURS",
                        "1 CALENDAR_DAYS",
                        true));
        assertThat(directory.category("IMPR-1")).map(Category::firstAnswerTerm).isEmpty();
        assertThat(directory.category("NONE")).isEmpty();
        assertThat(directory.categories()).first().extracting(Category::code).isEqualTo("HEAT-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"admVladivostok", "admArsenyev", "primvodokanal", "primteploenergo", "minZhkh", "minZdrav", "cur"
            })
    void knowsTheOrganisationsThatOthersRelyOn(String id) {
        assertThat(directory.organisation(id)).isPresent();
    }

    @Test
    void organisationsAreThoseOfTheDay() {
        assertThat(directory.organisations(TODAY)).extracting(Organisation::id).contains("minVnutPolit");
        assertThat(directory.organisations(LocalDate.of(2026, 1, 31)))
                .extracting(Organisation::id)
                .contains("cur")
                .doesNotContain("minVnutPolit");
    }

    @Test
    void registrationFormOffersTheMunicipalitiesOfToday() throws IOException {
        String form = Files.readString(Path.of("forms/incident/register-message.form"));
        Pattern option = Pattern.compile("\"label\": \"([^\"]+)\",\\s*\"value\": \"([A-Z]{3})\"");
        assertThat(option.matcher(form).results().map(found -> new Municipality(found.group(2), found.group(1))))
                .containsExactlyInAnyOrderElementsOf(directory.municipalities(TODAY));
    }

    @Test
    void staffIsKeptUpToDate() {
        directory.putStaff(new StaffMember("sidorova", "admArsenyev", "Мария Сидорова", "специалист"));
        directory.putStaff(new StaffMember("sidorova", "admArsenyev", "Мария Орлова", "начальник отдела"));
        assertThat(directory.fullName("sidorova")).isEqualTo("Мария Орлова");
        assertThat(directory.fullName("nobody")).isEqualTo("nobody");
    }

    private static List<String> quoted(String text) {
        return Pattern.compile("\"([A-Z_0-9-]+)\"")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
