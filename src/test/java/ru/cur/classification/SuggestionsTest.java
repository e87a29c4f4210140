package ru.cur.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.cur.directory.DirectoryDatabase;

class SuggestionsTest {
    private final Suggestions suggestions = new Suggestions(DirectoryDatabase.directory());

    @Test
    void theStadiumOfSchool54() {
        assertThat(suggestions.of(
                        "Стадион школы № 54 на Пацаева зарос травой выше колена. Физкультура идёт в коридоре, клещей"
                                + " боимся. Покосите, пожалуйста!",
                        "Владивосток, ул. Пацаева"))
                .isEqualTo(new Suggestion(Optional.of("IMPR-1"), false, Optional.of("VLD")));
    }

    @Test
    void theManholeOfArsenyev() {
        assertThat(suggestions.of(
                        "На Октябрьской, 16 в Арсеньеве люк без крышки прямо у тротуара. Накрыли веткой! Дети ходят в"
                                + " школу, кто-нибудь провалится.",
                        "ул. Октябрьская, 16"))
                .isEqualTo(new Suggestion(Optional.of("ROAD-1"), true, Optional.of("ARS")));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyStoryOfTheDemoIsRecognised(String category, String text) {
        assertThat(suggestions.of(text, null).categoryCode()).contains(category);
    }

    static List<Arguments> stories() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/demo/stories.csv"));
                CSVParser rows = format.parse(reader)) {
            return rows.stream()
                    .map(row -> Arguments.of(
                            row.get("category"),
                            row.get("text").replace("{street}", "Русская").replace("{house}", "12")))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Второй день нет отопления, на улице −20, дома маленький ребёнок;HEAT-1;true",
                "Батареи холодные, третьи сутки без отопления;HEAT-1;false",
                "Прорвало теплотрассу на Луговой, кипяток течёт по тротуару;HEAT-3;false",
                "В школе холодно, дети сидят в куртках;HEAT-5;false",
                "Из крана течёт ржавая вода;WATR-3;false",
                "Третью неделю нет горячей воды;WATR-2;false",
                "Канализация течёт прямо во двор;WATR-5;false",
                "После ветра висит оборванный провод и искрит;ELEC-1;true",
                "Скачет напряжение, сгорел холодильник;ELEC-3;false",
                "В подъезде сильный запах газа!;GASS;true",
                "Человек застрял в лифте на Нейбута;HOUS-1;true",
                "Огромные сосульки висят над входом;HOUS-3;false",
                "По дому пошла трещина, штукатурка сыплется;HOUS-7;true",
                "Прислали квитанцию, прошу перерасчёт;HOUS-5;false",
                "Яма на дороге, пробил колесо;ROAD-2;false",
                "Не работает светофор на перекрёстке;ROAD-4;false",
                "Мост смыло, село отрезано от района;ROAD-8;true",
                "Затопило двор, ливнёвка забита;ROAD-9;true",
                "Выставили старый диван к бакам, крупногабаритный мусор никто не берёт;WAST-2;false",
                "Водитель автобуса нахамил и высадил ребёнка;TRAN-2;false",
                "Отменили паром на остров Попова;TRAN-4;false",
                "В аптеках нет инсулина по льготному рецепту;HLTH-1;false",
                "Скорая не едет уже час;HLTH-3;true",
                "В столовой школы отравились дети;EDUC;true",
                "У посёлка ходит тигр, боимся за детей;ECOL;true",
                "На мальчика напали собаки;ANIM;true",
                "Горит трава за гаражами, огонь идёт к домам;;true",
                "Пожалуйста, помогите с участком для многодетной семьи;LAND;false",
                "Пропал интернет и сотовая связь во всём селе;COMM;false",
                "Нам не платят зарплату третий месяц;LABR;false",
                "Прислали отписку, чиновники не отвечают;GOVR;false",
                "Сосед обещает покончить с собой, говорит, что не хочет жить;LIFE;true",
                "Спасибо за оперативную помощь, молодцы!;THNK;false",
                "Добрый день;;false"
            })
    void recognisesWhatPeopleWrite(String text, String category, boolean danger) {
        Suggestion suggestion = suggestions.of(text, null);
        if (category != null) {
            assertThat(suggestion.categoryCode()).contains(category);
        }
        assertThat(suggestion.dangerToLife()).isEqualTo(danger);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Фонарь не горит у дома",
                "Нет отопления. Обещали вчера.",
                "Плохо топят, в квартире прохладно",
                "Пожарный проезд занят машинами",
                "Автобуса нет по сорок минут",
                "Скоро лето, а газон пустой"
            })
    void doesNotAlarmWithoutNeed(String text) {
        assertThat(suggestions.of(text, null).dangerToLife()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Живу в Арсеньеве;;ARS",
                "Жители Владивостока просят;;VLD",
                "Во Владивостоке опять пробки;;VLD",
                "У нас в Артёме нет воды;;ART",
                "Мой сын Артём не попал в сад;;",
                ";Артём, ул. Кирова, 5;ART",
                "С Ольгой договорились;;",
                "В Ольге нет аптеки;;OLG",
                "Большого Камня это тоже касается;;BKA",
                "Находкинский городской округ забыл про нас;;NAH",
                "В Спасске-Дальнем темно;;SPD",
                "Село Золотая Долина Партизанского района;;PRR",
                "В Партизанске нет света;;PRG",
                "На Партизанском проспекте яма;;",
                "На улице Арсеньева яма;;",
                ";ул. Арсеньева, 3;",
                "Дорога у Владивостока;г. Уссурийск, ул. Ленина;USS",
                "Едем из Находки в Дальнереченск;;NAH",
                "Дальнереченский район, село Ракитное;;DNR"
            })
    void recognisesPlaces(String text, String address, String municipality) {
        assertThat(suggestions.of(text, address).municipalityCode()).isEqualTo(Optional.ofNullable(municipality));
    }

    @Test
    void nothingIsSuggestedForNothing() {
        Suggestion nothing = new Suggestion(Optional.empty(), false, Optional.empty());
        assertThat(Stream.of(null, "", " ", "?!", "👍👍", "-").map(text -> suggestions.of(text, text)))
                .containsOnly(nothing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"не ", "нет воды ", "а", "люк ", "-1 ", "запах газа. ", "яма\n"})
    void aTextOfAMillionCharactersIsReadLikeAnyOther(String piece) {
        String text = "Люк без крышки. " + piece.repeat(1_000_000 / piece.length());
        assertThat(suggestions.of(text, text).dangerToLife()).isTrue();
    }
}
