package ru.cur.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import ru.cur.TestDatabase;
import ru.cur.platform.StartupRefusal;

class ReferenceLoaderTest {
    @TempDir
    private Path folder;

    private final ReferenceLoader ofTheProgram = DirectoryDatabase.loader(new ClassPathResource("reference/"));

    @BeforeEach
    void copyTheFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/reference"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void loadingTwiceChangesNothing() {
        ofTheProgram.load();
        List<String> before = rowVersions();
        assertThat(ofTheProgram.load()).isZero();
        assertThat(rowVersions()).isEqualTo(before);
    }

    @Test
    void bringsInWhatHasChanged() throws IOException {
        append("organisations.csv", "newBody,Новая организация,Новая,UTILITY,2027-01-01,");
        append("municipality-aliases.csv", "Столица Приморья,VLD");
        Path categories = folder.resolve("categories.csv");
        Files.writeString(categories, Files.readString(categories).replace("Яма, выбоина", "Ямы"));
        assertThat(ofTheFolder().load()).isEqualTo(3);
        assertThat(DirectoryDatabase.directory().category("ROAD-2"))
                .map(Category::name)
                .contains("Ямы");

        assertThat(ofTheProgram.load()).as("the alias goes, the name returns").isEqualTo(2);
        assertThat(DirectoryDatabase.directory().organisation("newBody"))
                .as("cases may refer to it")
                .isPresent();
        DirectoryDatabase.tables()
                .sql("delete from organisation where id = 'newBody'")
                .update();
    }

    @Test
    void twoNodesThatStartTogetherLoadOnce() throws Exception {
        TestDatabase.empty(DirectoryDatabase.tables(), "municipality, organisation, category, urgent_phrase");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> first = nodes.submit(ofTheProgram::load);
            Future<Integer> second = nodes.submit(ofTheProgram::load);
            assertThat(List.of(first.get(), second.get())).containsOnlyOnce(0);
        } finally {
            nodes.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "responsibilities.csv;MUNICIPALITY,admVladivostok,XXX,,;неизвестное значение «XXX»",
                "responsibilities.csv;WIZARDS,admVladivostok,VLD,,;неизвестное значение «WIZARDS»",
                "organisations.csv;adm-new,Имя,Имя,UTILITY,,;недопустимое значение «adm-new»",
                "organisations.csv;admNew,,Имя,UTILITY,,;не заполнено поле «name»",
                "organisations.csv;admNew,Имя,Имя,UTILITY,01.02.2026,;не дата",
                "organisations.csv;admNew,Имя,Имя,UTILITY,2026-02-01,2026-01-01;база данных не принимает эту строку",
                "organisations.csv;cur,Имя,Имя,UTILITY,,;строка повторяет одну из предыдущих",
                "organisations.csv;admNew,Имя;полей 2 вместо 6",
                "municipalities.csv;NEW,05999000,Новый,Новый,DISTRICT,,2026-01-01,;заполняются вместе",
                "municipalities.csv;NEW,05701000,Новый,Новый,DISTRICT,,,;база данных не принимает эту строку",
                "municipality-aliases.csv;Урюпинск,URP;неизвестное значение «URP»",
                "categories.csv;TEST,TEST,Проба,Проба,P0,скоро,,;недопустимое значение «скоро»",
                "category-keywords.csv;NONE,слово;неизвестное значение «NONE»",
                "urgent-phrases.csv;Ёлка;недопустимое значение «Ёлка»"
            })
    void aBrokenRowIsRefusedWithFileAndLine(String file, String row, String reason) throws IOException {
        append(file, row);
        int line = Files.readAllLines(folder.resolve(file)).size();
        assertThatThrownBy(() -> ofTheFolder().load())
                .isInstanceOf(StartupRefusal.class)
                .hasMessageStartingWith("Справочник %s, строка %d: ".formatted(file, line))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void nothingIsTakenFromFilesWithABrokenRow() throws IOException {
        append("municipalities.csv", "NEW,05999000,Новый район,Новый,DISTRICT,,,");
        append("urgent-phrases.csv", "???");
        assertThatThrownBy(() -> ofTheFolder().load()).isInstanceOf(StartupRefusal.class);
        assertThat(DirectoryDatabase.tables()
                        .sql("select count(*) from municipality where code = 'NEW'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private ReferenceLoader ofTheFolder() {
        return DirectoryDatabase.loader(new FileSystemResource(folder + "/"));
    }

    private void append(String file, String row) throws IOException {
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + row + "\n");
    }

    private static List<String> rowVersions() {
        return Stream.of(
                        "municipality",
                        "municipality_alias",
                        "place_name",
                        "organisation",
                        "responsibility",
                        "category",
                        "category_keyword",
                        "urgent_phrase")
                .flatMap(table -> DirectoryDatabase.tables()
                        .sql("select xmin || ' ' || t::text from " + table + " t order by 1")
                        .query(String.class)
                        .list()
                        .stream())
                .toList();
    }
}
