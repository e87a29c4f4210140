package ru.cur.channel.open311;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import ru.cur.channel.open311.ServiceAttribute.Datatype;

/** The attributes of the services, from {@code reference/service-attributes.csv}. */
@Component
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class ServiceAttributes {
    static final ClassPathResource FILE = new ClassPathResource("reference/service-attributes.csv");

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, List<ServiceAttribute>> byService;

    ServiceAttributes() {
        byService = read().stream()
                .collect(Collectors.groupingBy(ServiceAttribute::service, LinkedHashMap::new, Collectors.toList()));
    }

    /** In the order in which they are asked; empty for most services. */
    List<ServiceAttribute> of(String service) {
        return byService.getOrDefault(service, List.of());
    }

    /** The services that have some. */
    List<String> services() {
        return List.copyOf(byService.keySet());
    }

    private static List<ServiceAttribute> read() {
        try (InputStreamReader reader = new InputStreamReader(FILE.getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return parser.stream().map(ServiceAttributes::attribute).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceAttribute attribute(CSVRecord row) {
        return new ServiceAttribute(
                row.get("service"),
                Integer.parseInt(row.get("order")),
                row.get("code"),
                Boolean.parseBoolean(row.get("variable")),
                Datatype.valueOf(row.get("datatype")),
                Boolean.parseBoolean(row.get("required")),
                row.get("label"),
                row.get("description"),
                Optional.of(row.get("datatype_description"))
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                values(row.get("values")));
    }

    /** @param cell {@code key=name|key=name} */
    private static Map<String, String> values(String cell) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(cell.split("\\|"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> values.put(pair[0], pair[1]));
        return Collections.unmodifiableMap(values);
    }
}
