package ru.cur.channel.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document of GeoReport, in whatever format it is written: by the Spark convention a container is a list in JSON, and in XML
 * an element whose children all have one name.
 *
 * @param root name of the root element
 * @param content maps, lists, texts, numbers, flags and nulls
 */
record GeoDocument(String root, Object content) {
    private static final Map<String, String> CHILDREN = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "endpoints", "endpoint",
            "formats", "format",
            "errors", "error");

    /** @param namesAndValues by turns; a value may be null */
    static Map<String, Object> element(Object... namesAndValues) {
        Map<String, Object> element = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            element.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return element;
    }

    static GeoDocument requests(List<Map<String, Object>> requests) {
        return new GeoDocument("service_requests", requests);
    }

    static GeoDocument errors(List<GeoError> errors) {
        return new GeoDocument(
                "errors",
                errors.stream()
                        .map(error -> element("code", error.code(), "description", error.description()))
                        .toList());
    }

    /** Name of each element in a container. */
    static String childOf(String container) {
        return CHILDREN.get(container);
    }
}
