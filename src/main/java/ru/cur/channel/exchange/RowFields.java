package ru.cur.channel.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.cur.channel.exchange.table.Cell;

/** The cells of one row by what they mean; collects what is wrong with them. */
final class RowFields {
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_LINKS = 20;
    private static final int SHOWN = 200;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\\x00]+");
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}([.,]\\d{1,20})?");
    /** No table can store the zero character and half of a pair; the other control characters nobody has written on purpose. */
    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n]]");

    private final Map<ImportField, Cell> cells;
    private final Map<ImportField, String> titles;
    private final List<RowProblem> problems = new ArrayList<>();

    RowFields(Map<ImportField, Cell> cells, Map<ImportField, String> titles) {
        this.cells = cells;
        this.titles = titles;
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    Cell cell(ImportField field) {
        return cells.getOrDefault(field, Cell.EMPTY);
    }

    /** @return null when nothing stands there, or when it can't be taken */
    String text(ImportField field, int longest) {
        Cell cell = cell(field);
        String text = cell.text().replace("\r\n", "\n").replace('\r', '\n').strip();
        Matcher unwritten = UNWRITTEN.matcher(text);
        if (cell.problem() != null) {
            refuse(field, cell.problem());
        } else if (unwritten.find()) {
            refuse(field, "недопустимый знак с кодом %04X, удалите его".formatted((int)
                            text.charAt(unwritten.start())));
        } else if (text.length() > longest) {
            refuse(field, "длиннее %d знаков".formatted(longest));
        } else if (!text.isEmpty()) {
            return text;
        }
        return null;
    }

    String required(ImportField field, int longest) {
        int before = problems.size();
        String text = text(field, longest);
        if (text == null && problems.size() == before) {
            refuse(field, "не заполнено");
        }
        return text;
    }

    /** @param most the largest, which is the smallest with a minus */
    Double degrees(ImportField field, double most) {
        String text = text(field, SHOWN);
        if (text == null) {
            return null;
        }
        double degrees = DEGREES.matcher(text).matches() ? Double.parseDouble(text.replace(',', '.')) : Double.NaN;
        if (Math.abs(degrees) <= most) {
            return degrees;
        }
        refuse(field, "нужно число от -%1$.0f до %1$.0f".formatted(most));
        return null;
    }

    /** A position of which only a half is known is none. */
    void requireBoth(ImportField first, Double firstValue, ImportField second, Double secondValue) {
        if (problems.isEmpty() && (firstValue == null) != (secondValue == null)) {
            refuse(firstValue == null ? first : second, "широта и долгота нужны вместе");
        }
    }

    String link(ImportField field) {
        String text = text(field, LONGEST_LINK);
        if (text == null || LINK.matcher(text).matches()) {
            return text;
        }
        refuse(field, "нужна ссылка, которая начинается с http:// или https://");
        return null;
    }

    List<String> links(ImportField field) {
        String text = text(field, LONGEST_LINK * MOST_LINKS);
        if (text == null) {
            return List.of();
        }
        List<String> links = Stream.of(text.split("[,;]?\\s+"))
                .map(link -> link.replaceFirst("[,;]+$", ""))
                .filter(link -> !link.isEmpty())
                .toList();
        Optional<String> wrong = links.stream()
                .filter(link ->
                        link.length() > LONGEST_LINK || !LINK.matcher(link).matches())
                .findFirst();
        if (wrong.isPresent() || links.size() > MOST_LINKS) {
            refuse(
                    field,
                    wrong.isPresent()
                            ? "«%s» – не ссылка http:// или https://".formatted(shown(wrong.get()))
                            : "больше %d ссылок".formatted(MOST_LINKS));
        }
        return links;
    }

    void refuse(ImportField field, String what) {
        problems.add(new RowProblem(
                titles.getOrDefault(field, field.title()), shown(cell(field).text()), what));
    }

    /** What a table can store of it, and a person reads. */
    private static String shown(String value) {
        String start = value.strip();
        start = start.length() > SHOWN ? start.substring(0, SHOWN) + "…" : start;
        return UNWRITTEN.matcher(start).replaceAll("�");
    }
}
