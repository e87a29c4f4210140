package ru.cur.channel.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ru.cur.channel.Channel;
import ru.cur.channel.FewTries;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessageIntake.Receipt;
import ru.cur.incident.MessagePresence;

/** Takes messages from programs, and what becomes of them in their networks. */
@RestController
@Tag(name = "Приём сообщений")
class MessagesController {
    /** No network that we know is older; what is, no table could hold. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final MessageIntake intake;
    private final MessagePresence presence;
    private final Directory directory;
    private final IntakeProperties properties;
    private final Clock clock;
    private final ZoneId zone;

    MessagesController(
            MessageIntake intake,
            MessagePresence presence,
            Directory directory,
            IntakeProperties properties,
            Clock clock,
            ZoneId zone) {
        this.intake = intake;
        this.presence = presence;
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
            description = """
                    Повтор с теми же каналом и идентификатором возвращает тот же инцидент; другой текст сохраняется как правка автора. \
                    Ответ на прежнее сообщение (inReplyTo), пока инцидент открыт, становится его частью; так же – сообщение автора, \
                    которому по единственному из его инцидентов задан вопрос.""",
            security = @SecurityRequirement(name = "apiKey"))
    @ApiResponse(responseCode = "201", description = "Новый инцидент")
    @ApiResponse(responseCode = "200", description = "Сообщение уже было принято или стало частью открытого инцидента")
    @ApiResponse(responseCode = "400", description = "Поле с ошибкой названо в errors", useReturnTypeSchema = false)
    @ApiResponse(responseCode = "401", description = "Неверный ключ")
    @ApiResponse(responseCode = "503", description = "Инцидент сейчас меняют другие: ничего не принято, повторите")
    ResponseEntity<Accepted> receive(
            @Valid @RequestBody MessageRequest request,
            @Parameter(hidden = true) @RequestAttribute(IntakeFilter.CALLER) String caller) {
        Channel channel = Channel.of(request.channel())
                .orElseThrow(() -> new InvalidField("channel", "неизвестный канал «%s»".formatted(request.channel())));
        // Programs write an empty text where there is nothing.
        String inReplyTo = StringUtils.hasText(request.inReplyTo()) ? request.inReplyTo() : null;
        IncomingMessage message = toMessage(request, channel);
        Receipt receipt = FewTries.call(() -> intake.receive(message, inReplyTo, channel.regime(), caller));
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Accepted(receipt.number().value(), receipt.status().name()));
    }

    @DeleteMapping("/api/messages/{channel}/{*externalId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Сообщить, что автор удалил сообщение в сети",
            description = "Инцидент получает отметку и живёт дальше. Повтор ничего не меняет.",
            security = @SecurityRequirement(name = "apiKey"))
    @ApiResponse(responseCode = "204", description = "Отмечено")
    @ApiResponse(responseCode = "401", description = "Неверный ключ")
    @ApiResponse(responseCode = "404", description = "Такое сообщение не принимали")
    void deleted(
            @Parameter(description = "Код канала", example = "vk") @PathVariable String channel,
            @Parameter(description = "Идентификатор сообщения в канале", example = "wall-1_981") @PathVariable
                    String externalId,
            @Parameter(hidden = true) @RequestAttribute(IntakeFilter.CALLER) String caller) {
        // The rest of the path, as ids of some networks hold slashes.
        String id = externalId.replaceFirst("^/", "");
        if (!presence.gone(channel, id)) {
            throw new UnknownThing("Сообщение «%s» из канала «%s» не найдено".formatted(id, channel));
        }
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
