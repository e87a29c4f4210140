package ru.cur.channel.email;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads bytes of letters as text. What programs say of the encoding is often wrong, and sometimes missing. */
final class LetterCharset {
    private static final Charset RUSSIAN = Charset.forName("windows-1251");
    /** What programs say when they do not know; Russian can't be written in the last two. */
    private static final Set<Charset> MEANINGLESS =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private static final Pattern NOT_OF_A_LINE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private LetterCharset() {}

    /** @param said as the letter names the encoding; null when it names none */
    static String decode(byte[] bytes, String said) {
        Charset charset = known(said);
        return charset == null || MEANINGLESS.contains(charset) ? guess(bytes) : new String(bytes, charset);
    }

    private static Charset known(String said) {
        try {
            return said == null ? null : Charset.forName(MimeUtility.javaCharset(said.replace("cp-", "cp")));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** What is no UTF-8 is, here, in the old Russian encoding of Windows. */
    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, RUSSIAN);
        }
    }

    /** A header as one line, whatever is encoded in it, and also where nothing is though it should be. */
    static String header(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        try {
            return oneLine(
                    isRawBytes(unfolded)
                            ? guess(unfolded.getBytes(StandardCharsets.ISO_8859_1))
                            : MimeUtility.decodeText(unfolded));
        } catch (UnsupportedEncodingException unknown) {
            return oneLine(unfolded);
        }
    }

    /** Headers are read with a character for each byte; beyond ASCII there should be none. */
    private static boolean isRawBytes(String header) {
        return header.chars().anyMatch(c -> c > 0x7F) && header.chars().allMatch(c -> c <= 0xFF);
    }

    static String oneLine(String text) {
        return NOT_OF_A_LINE.matcher(text).replaceAll(" ").strip();
    }
}
