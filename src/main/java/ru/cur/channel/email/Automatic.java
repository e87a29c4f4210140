package ru.cur.channel.email;

import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells letters of programs from letters of people, so that two programs never write to each other for ever (RFC 3834). */
final class Automatic {
    private static final Pattern POST_OFFICE = Pattern.compile("(mailer-daemon|postmaster)@.*");
    private static final Pattern DEAF = Pattern.compile("(no-?reply|do-?not-?reply).*@.*");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

    private Automatic() {}

    /** Why a letter is no message of a citizen, in Russian; empty when it is one. @param ours our own address */
    static Optional<String> reason(Letter letter, String ours) {
        String from = letter.from().map(Automatic::bare).orElse("");
        if (from.isEmpty()) {
            return Optional.of("письмо без отправителя");
        }
        if (from.equals(ours.toLowerCase(Locale.ROOT))) {
            return Optional.of("письмо с нашего собственного адреса");
        }
        if (letter.header("Return-Path").equals("<>")
                || letter.mediaType().startsWith("multipart/report")
                || letter.has("X-Failed-Recipients")
                || POST_OFFICE.matcher(from).matches()) {
            return Optional.of("уведомление почтовой системы");
        }
        if (isSubmittedByAProgram(letter)) {
            return Optional.of("автоматическое письмо");
        }
        return isMassMail(letter) ? Optional.of("рассылка") : Optional.empty();
    }

    private static boolean isSubmittedByAProgram(Letter letter) {
        String submitted = letter.header("Auto-Submitted").toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || Stream.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply").anyMatch(letter::has);
    }

    private static boolean isMassMail(Letter letter) {
        return BULK.contains(letter.header("Precedence").toLowerCase(Locale.ROOT))
                || Stream.of("List-Id", "List-Post", "List-Unsubscribe").anyMatch(letter::has);
    }

    /** Whether nobody would read, or nobody wants, an automatic answer to it. */
    static boolean isDeaf(Letter letter) {
        return letter.has("X-Auto-Response-Suppress")
                || letter.replyTo()
                        .map(Automatic::bare)
                        .filter(to -> DEAF.matcher(to).matches())
                        .isPresent();
    }

    private static String bare(InternetAddress address) {
        return address.getAddress().toLowerCase(Locale.ROOT);
    }
}
