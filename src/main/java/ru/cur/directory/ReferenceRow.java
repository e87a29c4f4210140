package ru.cur.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import ru.cur.platform.StartupRefusal;

/** A line of a reference file; what is wrong with it is said with the file and the line. */
record ReferenceRow(String file, long line, CSVRecord values) {

    /** @return null for an empty cell */
    String optional(String column) {
        String value = values.isSet(column) ? values.get(column).strip() : "";
        return value.isEmpty() ? null : value;
    }

    String required(String column) {
        String value = optional(column);
        if (value == null) {
            throw refusal("не заполнено поле «%s»".formatted(column));
        }
        return value;
    }

    String matching(String column, Pattern form) {
        return check(column, required(column), form);
    }

    String optionalMatching(String column, Pattern form) {
        String value = optional(column);
        return value == null ? null : check(column, value, form);
    }

    /** @return an ISO date, or null for an empty cell */
    String optionalDate(String column) {
        String value = optional(column);
        try {
            return value == null ? null : LocalDate.parse(value).toString();
        } catch (DateTimeException e) {
            throw refusal("в поле «%s» не дата вида 2026-01-31: «%s»".formatted(column, value));
        }
    }

    /** @return {@code true} or {@code false}; an empty cell is {@code false} */
    String flag(String column) {
        String value = optional(column);
        return value == null ? "false" : oneOf(column, value, List.of("true", "false"));
    }

    String oneOf(String column, List<String> allowed) {
        return oneOf(column, required(column), allowed);
    }

    private String oneOf(String column, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw refusal("в поле «%s» неизвестное значение «%s»".formatted(column, value));
        }
        return value;
    }

    private String check(String column, String value, Pattern form) {
        if (!form.matcher(value).matches()) {
            throw refusal("в поле «%s» недопустимое значение «%s»".formatted(column, value));
        }
        return value;
    }

    StartupRefusal refusal(String reason) {
        return refusal(reason, null);
    }

    StartupRefusal refusal(String reason, Throwable cause) {
        return new StartupRefusal("Справочник %s, строка %d: %s.".formatted(file, line, reason), cause);
    }
}
