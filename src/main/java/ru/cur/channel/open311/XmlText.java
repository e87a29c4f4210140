package ru.cur.channel.open311;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document as XML; a null is an empty element. */
final class XmlText {
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    /** No XML can hold them, not even escaped. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    static String of(GeoDocument document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, document.root(), document.content());
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (value == null) {
            xml.writeEmptyElement(name);
            return;
        }
        xml.writeStartElement(name);
        if (value instanceof Map<?, ?> element) {
            for (Map.Entry<?, ?> field : element.entrySet()) {
                write(xml, (String) field.getKey(), field.getValue());
            }
        } else if (value instanceof List<?> container) {
            for (Object child : container) {
                write(xml, GeoDocument.childOf(name), child);
            }
        } else {
            xml.writeCharacters(UNWRITABLE.matcher(text(value)).replaceAll(""));
        }
        xml.writeEndElement();
    }

    private static String text(Object value) {
        return value instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : value.toString();
    }
}
