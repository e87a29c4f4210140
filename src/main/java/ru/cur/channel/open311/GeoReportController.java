package ru.cur.channel.open311;

import static ru.cur.channel.open311.GeoDocument.element;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.ServiceCatalog;
import ru.cur.platform.web.ProgramAddress;

/** What a program must know before it sends a request: where, and of which kinds. */
@RestController
@Tag(name = "Open311 GeoReport v2")
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class GeoReportController {
    static final String FORMAT = ".{format:xml|json}";

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final DateTimeFormatter CHANGESET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ServiceCatalog catalog;
    private final ServiceAttributes attributes;
    private final Open311Properties properties;
    private final ProgramAddress address;
    private final GeoReplies replies;
    private final ZoneId zone;

    GeoReportController(
            ServiceCatalog catalog,
            ServiceAttributes attributes,
            Open311Properties properties,
            ProgramAddress address,
            GeoReplies replies,
            ZoneId zone) {
        this.catalog = catalog;
        this.attributes = attributes;
        this.properties = properties;
        this.address = address;
        this.replies = replies;
        this.zone = zone;
    }

    @GetMapping("/open311/discovery" + FORMAT)
    @Operation(summary = "Где и в каких форматах работает Open311")
    ResponseEntity<byte[]> discovery(HttpServletRequest request) throws IOException {
        String changeset = changeset();
        Map<String, Object> endpoint = element(
                "specification",
                SPECIFICATION,
                "url",
                address.linkTo("/open311/v2"),
                "changeset",
                changeset,
                "type",
                "production",
                "formats",
                List.of("text/xml", "application/json"));
        return replies.ok(
                request,
                new GeoDocument(
                        "discovery",
                        element(
                                "changeset",
                                changeset,
                                "contact",
                                properties.contact(),
                                "key_service",
                                properties.keyService(),
                                "endpoints",
                                List.of(endpoint))));
    }

    /** When the lists from which the services follow have changed last. */
    private String changeset() throws IOException {
        long latest = Math.max(
                new ClassPathResource("reference/categories.csv").lastModified(),
                ServiceAttributes.FILE.lastModified());
        return CHANGESET.format(Instant.ofEpochMilli(latest).atZone(zone));
    }

    @GetMapping("/open311/v2/services" + FORMAT)
    @Operation(summary = "Виды сообщений: категории с их кодами")
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        replies.mustBeOurs(request);
        return replies.ok(
                request,
                new GeoDocument(
                        "services", catalog.all().stream().map(this::service).toList()));
    }

    private Map<String, Object> service(ServiceCatalog.Service service) {
        return element(
                "service_code",
                service.code(),
                "service_name",
                service.name(),
                "description",
                "%s. Раздел «%s»".formatted(service.name(), service.group()),
                "metadata",
                !attributes.of(service.code()).isEmpty(),
                "type",
                service.moderated() ? "batch" : "realtime",
                "keywords",
                keywords(service),
                "group",
                service.group());
    }

    private static String keywords(ServiceCatalog.Service service) {
        String words = "%s, %s".formatted(service.group(), service.name()).toLowerCase(Locale.ROOT);
        return String.join(", ", List.of(words.split(", ")).stream().distinct().toList());
    }

    @GetMapping("/open311/v2/services/{code}" + FORMAT)
    @Operation(summary = "Что спросить у жителя о таком сообщении")
    ResponseEntity<byte[]> definition(@PathVariable String code, HttpServletRequest request) {
        replies.mustBeOurs(request);
        ServiceCatalog.Service service = catalog.find(code)
                .orElseThrow(() -> new GeoRefusal(GeoError.UNKNOWN, "service_code: такой услуги нет"));
        return replies.ok(
                request,
                new GeoDocument(
                        "service_definition",
                        element(
                                "service_code",
                                service.code(),
                                "attributes",
                                attributes.of(service.code()).stream()
                                        .map(GeoReportController::attribute)
                                        .toList())));
    }

    private static Map<String, Object> attribute(ServiceAttribute attribute) {
        List<Map<String, Object>> values = attribute.values().entrySet().stream()
                .map(value -> element("key", value.getKey(), "name", value.getValue()))
                .toList();
        return element(
                "variable",
                attribute.variable(),
                "code",
                attribute.code(),
                "datatype",
                attribute.datatype().name().toLowerCase(Locale.ROOT),
                "required",
                attribute.required(),
                "datatype_description",
                attribute.datatypeDescription(),
                "order",
                attribute.order(),
                "description",
                attribute.description(),
                "values",
                values.isEmpty() ? null : values);
    }

    @Hidden
    @RequestMapping({"/open311", "/open311/**"})
    ResponseEntity<byte[]> unknown(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean known = path.matches(".*/(discovery|v2/(services|requests|tokens)(/[^/]+)?)\\.(xml|json)");
        throw known
                ? new GeoRefusal(GeoError.BAD, "Метод %s здесь не поддерживается".formatted(request.getMethod()))
                : new GeoRefusal(GeoError.UNKNOWN, "Такого адреса нет. Форматы – xml и json");
    }
}
