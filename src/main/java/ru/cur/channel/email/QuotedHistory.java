package ru.cur.channel.email;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts what mail programs add below an answer: the letter that is answered, and the signature. The whole letter is kept anyway. */
final class QuotedHistory {
    private static final Pattern BEGINS = Pattern.compile(
            "(?iu)^(-{2,}\\s*(original message|исходное сообщение|пересылаемое сообщение|конец пересылаемого сообщения)\\s*-{2,}.*"
                    + "|_{10,}"
                    + "|on .{5,200} wrote:"
                    + "|(?=.*[\\d@]).{0,200}(пишет|писала?|написала?|wrote)( \\(а\\)|\\(а\\))?:"
                    + "|(from|от|отправитель):\\s.*@.*"
                    + "|отправлено (с|из) .{1,60}|sent from .{1,60})$");
    /** RFC 3676. */
    private static final String SIGNATURE = "-- ";

    private QuotedHistory() {}

    /** @return all of it when nothing else would be left */
    static String cut(String text) {
        List<String> lines = text.lines().toList();
        StringBuilder own = new StringBuilder();
        for (String line : lines) {
            if (line.equals(SIGNATURE) || BEGINS.matcher(line.strip()).matches()) {
                break;
            }
            if (!line.startsWith(">")) {
                own.append(line).append('\n');
            }
        }
        String left = own.toString().strip();
        return left.isEmpty() ? text.strip() : left;
    }
}
