package ru.cur.channel.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.Channel;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessageIntake.Receipt;

/** Takes messages from programs. */
@RestController
@Tag(name = "Приём сообщений")
class MessagesController {
    /** No network that we know is older; what is, no table could hold. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final MessageIntake intake;
    private final Directory directory;
    private final IntakeProperties properties;
    private final Clock clock;
    private final ZoneId zone;

    MessagesController(
            MessageIntake intake, Directory directory, IntakeProperties properties, Clock clock, ZoneId zone) {
        this.intake = intake;
        this.directory = directory;
        this.properties = properties;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param number the case @param status its status, code of the enum */
    record Accepted(String number, String status) {}

    @PostMapping("/api/messages")
    @Operation(
            summary = "Зарегистрировать сообщение",
            description =
                    "Повтор с теми же каналом и идентификатором возвращает тот же инцидент; другой текст сохраняется как правка автора.",
            security = @SecurityRequirement(name = "apiKey"))
    @ApiResponse(responseCode = "201", description = "Новый инцидент")
    @ApiResponse(responseCode = "200", description = "Сообщение уже было принято")
    @ApiResponse(responseCode = "400", description = "Поле с ошибкой названо в errors", useReturnTypeSchema = false)
    @ApiResponse(responseCode = "401", description = "Неверный ключ")
    ResponseEntity<Accepted> receive(
            @Valid @RequestBody MessageRequest request,
            @io.swagger.v3.oas.annotations.Parameter(hidden = true) @RequestAttribute(IntakeFilter.CALLER)
                    String caller) {
        Channel channel = Channel.of(request.channel())
                .orElseThrow(() -> new InvalidField("channel", "неизвестный канал «%s»".formatted(request.channel())));
        Receipt receipt = intake.receive(toMessage(request, channel), channel.regime(), caller);
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Accepted(receipt.number().value(), receipt.status().name()));
    }

    private IncomingMessage toMessage(MessageRequest request, Channel channel) {
        return new IncomingMessage(
                channel.code(),
                request.externalId(),
                new IncomingMessage.Author(
                        request.author().id(), request.author().name(), null),
                request.text(),
                publishedAt(request),
                request.permalink(),
                place(request.place()),
                Optional.ofNullable(request.media()).orElse(List.of()).stream()
                        .map(media -> new IncomingMessage.Media(media.url(), media.title()))
                        .toList());
    }

    private Instant publishedAt(MessageRequest request) {
        if (request.publishedAt() == null) {
            return null;
        }
        Instant publishedAt = request.publishedAt().toInstant();
        if (publishedAt.isAfter(clock.instant().plus(properties.clockSkew()))) {
            throw new InvalidField("publishedAt", "дата в будущем");
        }
        if (publishedAt.isBefore(EARLIEST)) {
            throw new InvalidField("publishedAt", "дата раньше 2000 года");
        }
        return publishedAt;
    }

    private IncomingMessage.Place place(MessageRequest.Place place) {
        if (place == null) {
            return IncomingMessage.Place.UNKNOWN;
        }
        if ((place.lat() == null) != (place.lon() == null)) {
            throw new InvalidField(place.lat() == null ? "place.lat" : "place.lon", "широта и долгота нужны вместе");
        }
        return new IncomingMessage.Place(place.address(), municipality(place.municipality()), place.lat(), place.lon());
    }

    private String municipality(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return directory
                .municipality(name, LocalDate.ofInstant(clock.instant(), zone))
                .map(Municipality::code)
                .orElseThrow(() -> new InvalidField(
                        "place.municipality", "муниципалитет «%s» не найден в справочнике".formatted(name)));
    }
}
