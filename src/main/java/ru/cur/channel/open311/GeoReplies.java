package ru.cur.channel.open311;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the doors of Open311 have in common. */
@Component
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class GeoReplies {
    private final Open311Properties properties;

    GeoReplies(Open311Properties properties) {
        this.properties = properties;
    }

    /** In the format that the request asks for. */
    ResponseEntity<byte[]> ok(HttpServletRequest request, GeoDocument document) {
        Format format = Format.of(request);
        return ResponseEntity.ok().contentType(format.mediaType()).body(format.write(document));
    }

    /** An empty one is the same as none. @throws GeoRefusal for another jurisdiction than ours */
    void mustBeOurs(HttpServletRequest request) {
        String jurisdiction = request.getParameter("jurisdiction_id");
        if (jurisdiction != null
                && !jurisdiction.isBlank()
                && !jurisdiction.strip().equals(properties.jurisdictionId())) {
            throw new GeoRefusal(GeoError.UNKNOWN, "jurisdiction_id: такой территории здесь нет");
        }
    }
}
