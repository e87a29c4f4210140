package ru.cur.channel.exchange.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * The texts of a workbook, which a sheet names by their numbers. They wait in a file that vanishes with this object: of a large
 * export they alone are more than the memory that we have.
 */
final class SharedTexts implements AutoCloseable {
    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;
    private static final int MOST_TEXTS = 20_000_000;
    private static final int BUFFER = 1024 * 1024;
    /** More than a cell can hold; the rest of a longer text only proves that it is too long. */
    private static final int LONGEST = 40_000;
    /** How a workbook writes what XML can't hold, and sometimes the end of a line. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final FileChannel file;
    private long[] ends = new long[1024];
    private int count;

    private SharedTexts(FileChannel file) {
        this.file = file;
    }

    /** @param xml the part of the workbook; null when it has none */
    static SharedTexts of(InputStream xml) throws IOException, XMLStreamException {
        Path path = Files.createTempFile("cur-import-", ".texts");
        SharedTexts texts = new SharedTexts(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            if (xml != null) {
                texts.load(xml);
            }
            return texts;
        } catch (IOException | XMLStreamException | RuntimeException failed) {
            texts.close();
            throw failed;
        }
    }

    private void load(InputStream xml) throws IOException, XMLStreamException {
        try (InputStream part = xml) {
            OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
            XMLStreamReader reader = XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    add(textOf(reader, "si").getBytes(StandardCharsets.UTF_8), bytes);
                }
            }
            bytes.flush();
        }
    }

    private void add(byte[] text, OutputStream bytes) throws IOException {
        long end = (count == 0 ? 0 : ends[count - 1]) + text.length;
        if (end > MOST_BYTES || count == MOST_TEXTS) {
            throw new UnreadableFile("Файл не принят: распакованный, он займёт слишком много места.");
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = end;
        bytes.write(text);
    }

    /** @throws IndexOutOfBoundsException for a text that the workbook does not have */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        long start = index == 0 ? 0 : ends[index - 1];
        ByteBuffer text = ByteBuffer.allocate((int) (ends[index] - start));
        try {
            while (text.hasRemaining() && file.read(text, start + text.position()) >= 0) {
                // A file may give less at once than was asked for.
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new String(text.array(), StandardCharsets.UTF_8);
    }

    /** All characters inside of an element, without the readings that Japanese books have beside the text. */
    static String textOf(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT) {
                reading = xml.getLocalName().equals("rPh") ? event == XMLStreamReader.START_ELEMENT : reading;
            } else if (isText(event) && !reading && text.length() < LONGEST) {
                text.append(xml.getText());
            }
        }
        return unescaped(text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString());
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(characterOf(found.group(1))));
    }

    private static String characterOf(String code) {
        return String.valueOf((char) Integer.parseInt(code, 16));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
