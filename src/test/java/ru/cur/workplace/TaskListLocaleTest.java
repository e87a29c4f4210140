package ru.cur.workplace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Russian texts of the bundled web applications against the bundle: an upgrade of it may not leave holes. */
class TaskListLocaleTest {
    private static final String BUNDLE = "META-INF/resources/webjars/camunda/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{\\w+}|%\\w");
    private static final Pattern CYRILLIC = Pattern.compile("[а-яёА-ЯЁ]");
    private static final Pattern DICTIONARY_ENTRY = Pattern.compile("(?m)^  '([^']+)': '([^']+)',$");

    // Signs, the same in every language.
    private static final Set<String> SIGNS = Set.of("<", "<=", ">", ">=");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void translates_every_text_of_the_bundle_and_no_other(String application) {
        assertThat(labels(application, "ru").keySet())
                .isEqualTo(labels(application, "en").keySet());
        assertThat(fieldNames(locale(application, "ru").path("dateLocales")))
                .isEqualTo(fieldNames(locale(application, "en").path("dateLocales")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void keeps_the_placeholders(String application) {
        Map<String, String> russian = labels(application, "ru");

        assertThat(labels(application, "en"))
                .allSatisfy((key, english) -> assertThat(placeholders(russian.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void says_everything_in_Russian(String application) {
        Map<String, String> russian = labels(application, "ru");

        assertThat(labels(application, "en")).allSatisfy((key, english) -> {
            if (english.isEmpty() || SIGNS.contains(english)) {
                assertThat(russian.get(key)).as(key).isEqualTo(english);
            } else {
                assertThat(russian.get(key)).as(key).isNotEqualTo(english).containsPattern(CYRILLIC);
            }
        });
    }

    @Test
    void has_dates_in_the_form_that_the_date_library_reads() {
        JsonNode dates = locale("tasklist", "ru").path("dateLocales");
        JsonNode english = locale("tasklist", "en").path("dateLocales");

        assertThat(dates.path("months").path("format")).hasSize(12);
        assertThat(dates.path("months").path("standalone")).hasSize(12);
        assertThat(dates.path("monthsShort")).hasSize(12);
        for (String days : List.of("weekdays", "weekdaysMin", "weekdaysShort")) {
            assertThat(dates.path(days)).as(days).hasSize(7);
        }
        for (String group : List.of("calendar", "longDateFormat", "week")) {
            assertThat(fieldNames(dates.path(group))).as(group).isEqualTo(fieldNames(english.path(group)));
        }
        assertThat(texts(dates.path("relativeTime")))
                .hasSameSizeAs(texts(english.path("relativeTime")))
                .allSatisfy((key, text) -> assertThat(placeholders(text))
                        .as(key)
                        .isEqualTo(placeholders(
                                english.path("relativeTime").path(key).asText())));
    }

    @ParameterizedTest
    @CsvSource({"tasklist, ru", "welcome, ru", "admin, en", "cockpit, en"})
    void offers_one_language_so_that_the_browser_does_not_choose(String application, String language) {
        assertThat(ours("app/" + application + "/scripts/config.js"))
                .contains("availableLocales: ['" + language + "'],", "fallbackLocale: '" + language + "',");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/tasklist/scripts/config.js",
                "app/tasklist/styles/user-styles.css",
                "app/welcome/scripts/config.js",
                "app/welcome/styles/user-styles.css",
                "app/admin/scripts/config.js",
                "app/admin/styles/user-styles.css",
                "app/cockpit/scripts/config.js",
                "app/cockpit/styles/user-styles.css"
            })
    void takes_the_place_of_the_bundled_file(String path) {
        assertThat(bundled(path)).isNotEqualTo(ours(path));
        assertThat(String.valueOf(TaskListLocaleTest.class.getClassLoader().getResource(BUNDLE + path)))
                .doesNotContain("camunda-webapp-webjar");
    }

    @Test
    void replaces_only_those_texts_of_forms_that_the_form_viewer_has() {
        Map<String, String> dictionary = formTexts();
        String viewer = bundled("lib/deps.js");

        assertThat(dictionary).hasSizeGreaterThan(25).containsKey("Field is required.");
        assertThat(dictionary.keySet()).allSatisfy(english -> assertThat(viewer.contains(english))
                .as("«%s» is in the bundle", english)
                .isTrue());
        assertThat(dictionary.values()).allSatisfy(text -> assertThat(text).containsPattern(CYRILLIC));
    }

    @Test
    void leaves_no_message_about_a_wrong_value_in_English() {
        Set<String> translated = formTexts().keySet();

        // Every message of the form viewer's validator is pushed onto a list, as a text or as a template.
        assertThat(found(Pattern.compile("push\\([\"`]([A-Z][^\"`$]{8,})[\"`$]"), bundled("lib/deps.js")))
                .filteredOn(text -> text.matches("(Field must|Field is|Value is|Please select).*"))
                .hasSizeGreaterThan(8)
                .allSatisfy(text -> assertThat(translated).contains(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camTasklistFormCamunda",
                "camWidgetFooter",
                "authentication.changed",
                "authentication.logout.success",
                "authentication.login.required",
                "camunda-form:",
                "camForm:"
            })
    void relies_on_names_that_Tasklist_still_has(String name) {
        String scripts = ours("app/tasklist/scripts/cur/drafts.js")
                + ours("app/tasklist/scripts/cur/forms.js")
                + ours("app/tasklist/scripts/cur/time.js");

        assertThat(bundled("app/tasklist/camunda-tasklist-bootstrap.js")).contains(name);
        assertThat(scripts).contains(name.replace(":", ""));
    }

    private static Map<String, String> formTexts() {
        Map<String, String> entries = new TreeMap<>();
        Matcher entry = DICTIONARY_ENTRY.matcher(ours("app/tasklist/scripts/cur/forms.js"));
        while (entry.find()) {
            entries.put(entry.group(1), entry.group(2));
        }
        return entries;
    }

    private static Map<String, String> labels(String application, String language) {
        return texts(locale(application, language).path("labels"));
    }

    private static JsonNode locale(String application, String language) {
        String path = "app/" + application + "/locales/" + language + ".json";
        try {
            return JSON.readTree((language.equals("ru") ? ours(path) : bundled(path)).replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Map<String, String> texts(JsonNode object) {
        return new TreeMap<>(JSON.convertValue(object, new TypeReference<Map<String, String>>() {}));
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        return names;
    }

    private static List<String> placeholders(String text) {
        return found(PLACEHOLDER, text).stream()
                .map(placeholder -> placeholder.replace(" ", ""))
                .sorted()
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }

    private static String ours(String path) {
        return read(path, false);
    }

    private static String bundled(String path) {
        return read(path, true);
    }

    // The two share paths on the class path, so each is told by where it lies.
    private static String read(String path, boolean inBundle) {
        try {
            for (URL place :
                    Collections.list(TaskListLocaleTest.class.getClassLoader().getResources(BUNDLE + path))) {
                if (place.getPath().contains("camunda-webapp-webjar") == inBundle) {
                    try (InputStream content = place.openStream()) {
                        return new String(content.readAllBytes(), UTF_8);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
        throw new AssertionError((inBundle ? "Not in the bundle: " : "Not among our resources: ") + path);
    }
}
