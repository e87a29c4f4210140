package ru.cur.channel.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;

/** How a document is written. */
enum Format {
    XML("text/xml") {
        @Override
        byte[] write(GeoDocument document) {
            return XmlText.of(document).getBytes(StandardCharsets.UTF_8);
        }
    },
    JSON("application/json") {
        @Override
        byte[] write(GeoDocument document) {
            try {
                return PLAIN.writeValueAsBytes(document.content());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    /** Not the program's own, which leaves out what is null: here an unknown field is null. */
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final MediaType mediaType;

    Format(String mediaType) {
        this.mediaType = new MediaType(MediaType.valueOf(mediaType), StandardCharsets.UTF_8);
    }

    abstract byte[] write(GeoDocument document);

    MediaType mediaType() {
        return mediaType;
    }

    /** As the end of the path asks; XML, which every client reads, where it asks for nothing that is known. */
    static Format of(HttpServletRequest request) {
        return request.getRequestURI().toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : XML;
    }
}
