package ru.cur.channel.open311;

import static ru.cur.channel.open311.GeoDocument.element;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.CallLimits;
import ru.cur.channel.PublicCase;
import ru.cur.channel.PublicCases;
import ru.cur.channel.PublicNumber;
import ru.cur.channel.SecretKeys;
import ru.cur.channel.ServiceCatalog;
import ru.cur.channel.citizen.CitizenAddress;
import ru.cur.channel.open311.ServiceRequests.Taken;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncidentStatus;

/** Takes requests from programs, and tells everybody what has become of them. */
@RestController
@Tag(name = "Open311 GeoReport v2")
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class GeoRequestsController {
    /** Tomcat leaves out what it can't decode, and leaves this behind. */
    private static final String UNREADABLE_FIELDS = "org.apache.catalina.parameter_parse_failed";

    private final ServiceCatalog catalog;
    private final ServiceAttributes attributes;
    private final ServiceRequests requests;
    private final PublicCases cases;
    private final CallLimits limits;
    private final SecretKeys keys;
    private final Open311Properties properties;
    private final GeoReplies replies;
    private final ObjectProvider<CitizenAddress> pages;
    private final Clock clock;
    private final ZoneId zone;

    GeoRequestsController(
            ServiceCatalog catalog,
            ServiceAttributes attributes,
            ServiceRequests requests,
            PublicCases cases,
            CallLimits limits,
            Open311Properties properties,
            GeoReplies replies,
            ObjectProvider<CitizenAddress> pages,
            Clock clock,
            ZoneId zone) {
        this.catalog = catalog;
        this.attributes = attributes;
        this.requests = requests;
        this.cases = cases;
        this.limits = limits;
        this.keys = new SecretKeys(properties.apiKeys());
        this.properties = properties;
        this.replies = replies;
        this.pages = pages;
        this.clock = clock;
        this.zone = zone;
    }

    @PostMapping("/open311/v2/requests" + GeoReportController.FORMAT)
    @Operation(
            summary = "Отправить сообщение жителя",
            description =
                    "Поля формы – по спецификации; ключ – в api_key, одно сообщение в секунду на ключ. О чём пишут в"
                            + " разделах с проверкой (type: batch), получает token вместо номера.")
    ResponseEntity<byte[]> post(HttpServletRequest request) {
        mustBeAForm(request);
        String caller = keys.ownerOf(request.getParameter("api_key"))
                .orElseThrow(() -> new GeoRefusal(GeoError.FORBIDDEN, "api_key: ключ не указан или неверен"));
        Optional<Duration> wait = limits.take("open311:" + caller, 1, properties.pace());
        if (wait.isPresent()) {
            throw GeoRefusal.tooMany("Слишком часто: подождите и повторите", wait.get());
        }
        replies.mustBeOurs(request);
        NewRequest read = new RequestForm(request.getParameterMap())
                .read(
                        catalog::find,
                        service -> errors -> new AttributeAnswers(attributes.of(service.code()), zone, errors));
        return replies.ok(request, GeoDocument.requests(List.of(taken(requests.receive(read, caller)))));
    }

    private void mustBeAForm(HttpServletRequest request) {
        if (request.getContentType() == null
                || !MediaType.APPLICATION_FORM_URLENCODED.includes(
                        MediaType.parseMediaType(request.getContentType()))) {
            throw new GeoRefusal(GeoError.BAD, "Нужен Content-Type: application/x-www-form-urlencoded; charset=utf-8");
        }
        if (request.getContentLengthLong() > properties.maxBody().toBytes()) {
            throw new GeoRefusal(
                    GeoError.BAD,
                    "Запрос больше %d КБ".formatted(properties.maxBody().toKilobytes()));
        }
        request.getParameterMap();
        if (request.getAttribute(UNREADABLE_FIELDS) != null) {
            throw new GeoRefusal(GeoError.BAD, "Поля запроса закодированы с ошибкой или их слишком много");
        }
    }

    /** Never both the number and the token. */
    private Map<String, Object> taken(Taken taken) {
        return taken.token() == null
                ? element(
                        "service_request_id",
                        taken.number().value(),
                        "service_notice",
                        pages.stream()
                                .findFirst()
                                .map(page -> "Статус и ответ: " + page.of(taken.number()))
                                .orElse(null),
                        "account_id",
                        null)
                : element(
                        "token",
                        taken.token(),
                        "service_notice",
                        "Номер станет известен, когда сообщение прочитает оператор. Если есть угроза жизни, позвоните 112",
                        "account_id",
                        null);
    }

    @GetMapping("/open311/v2/tokens/{token}" + GeoReportController.FORMAT)
    @Operation(summary = "Номер сообщения по token; пусто, пока сведения о нём не публикуются")
    ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
        replies.mustBeOurs(request);
        IncidentNumber number =
                requests.numberOf(token).orElseThrow(() -> new GeoRefusal(GeoError.UNKNOWN, "token: такого нет"));
        String known = cases.find(number).map(shown -> shown.number().value()).orElse(null);
        return replies.ok(request, GeoDocument.requests(List.of(element("service_request_id", known, "token", token))));
    }

    @GetMapping("/open311/v2/requests" + GeoReportController.FORMAT)
    @Operation(
            summary = "Сообщения и их состояние",
            description = "service_request_id, service_code, start_date, end_date, status – по спецификации;"
                    + " page и page_size – для больших списков.")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        replies.mustBeOurs(request);
        RequestQuery query = new RequestQuery(request.getParameterMap(), properties.largestPage());
        List<PublicCase> found = query.numbers()
                .map(cases::find)
                .orElseGet(() -> cases.find(
                        query.search(clock.instant(), code -> catalog.find(code).isPresent())));
        return replies.ok(
                request, GeoDocument.requests(found.stream().map(this::request).toList()));
    }

    @GetMapping("/open311/v2/requests/{id}" + GeoReportController.FORMAT)
    @Operation(summary = "Одно сообщение и его состояние")
    ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
        replies.mustBeOurs(request);
        PublicCase found = PublicNumber.of(id)
                .flatMap(cases::find)
                .orElseThrow(() -> new GeoRefusal(
                        GeoError.UNKNOWN,
                        "service_request_id: сообщения с таким номером нет, или сведения о нём не публикуются"));
        return replies.ok(request, GeoDocument.requests(List.of(request(found))));
    }

    private Map<String, Object> request(PublicCase shown) {
        String photo = shown.photo() == null
                ? null
                : pages.stream()
                        .findFirst()
                        .map(page -> page.photo(shown.number(), shown.photo()))
                        .orElse(null);
        return element(
                "service_request_id",
                shown.number().value(),
                "status",
                shown.status() == IncidentStatus.CLOSED ? "closed" : "open",
                "status_notes",
                shown.answer(),
                "service_name",
                shown.categoryName(),
                "service_code",
                shown.categoryCode(),
                // Words of a citizen: nobody has moderated them.
                "description",
                null,
                "agency_responsible",
                shown.agency(),
                "service_notice",
                null,
                "requested_datetime",
                W3cMoment.write(shown.registeredAt(), zone),
                "updated_datetime",
                W3cMoment.write(shown.updatedAt(), zone),
                "expected_datetime",
                W3cMoment.write(shown.expectedAt(), zone),
                "address",
                shown.address(),
                "address_id",
                null,
                "zipcode",
                null,
                "lat",
                shown.lat(),
                "long",
                shown.lon(),
                "media_url",
                photo);
    }
}
