package ru.cur.channel.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;

/** A message as a program sends it. Texts may not hold what no table can store: the zero character, half of a surrogate pair. */
@Schema(description = "Сообщение жителя из внешней системы")
record MessageRequest(
        @Schema(description = "Код канала", example = "vk") @NotBlank(message = "обязательное поле")
        String channel,

        @Schema(
                description = "Идентификатор сообщения в канале; вместе с каналом называет сообщение однозначно",
                example = "wall-1_981")
        @NotBlank(message = "обязательное поле")
        @Size(max = 200, message = "не длиннее 200 знаков")
        @Pattern(regexp = STORABLE, message = UNSTORABLE)
        String externalId,

        @Schema(
                description = "Идентификатор прежнего сообщения того же автора в том же канале, если это ответ на него",
                example = "wall-1_980")
        @Size(max = 200, message = "не длиннее 200 знаков")
        @Pattern(regexp = STORABLE, message = UNSTORABLE)
        String inReplyTo,

        @NotNull(message = "обязательное поле") @Valid Author author,

        @Schema(description = "Текст сообщения", example = "На Октябрьской, 16 нет люка!")
        @NotBlank(message = "обязательное поле")
        @Size(max = 20_000, message = "не длиннее 20000 знаков")
        @Pattern(regexp = STORABLE, message = UNSTORABLE)
        String text,

        @Schema(description = "Когда опубликовано в сети, с поясом", example = "2026-09-12T09:30:00+10:00")
        OffsetDateTime publishedAt,

        @Schema(description = "Ссылка на сообщение")
        @Size(max = 2_000, message = "не длиннее 2000 знаков")
        @Pattern(regexp = LINK, message = "нужна ссылка http(s)")
        String permalink,

        @Valid Place place,

        @Size(max = 20, message = "не больше 20 вложений")
        List<@Valid @NotNull(message = "пустое вложение") Media> media) {

    static final String STORABLE = "[^\\x00\\p{Cs}]*";
    static final String UNSTORABLE = "недопустимый знак: с кодом 0 или половина составного";
    static final String LINK = "https?://[^\\s\\x00]+";

    record Author(
            @Size(max = 200, message = "не длиннее 200 знаков") @Pattern(regexp = STORABLE, message = UNSTORABLE)
            String id,

            @NotBlank(message = "обязательное поле")
            @Size(max = 200, message = "не длиннее 200 знаков")
            @Pattern(regexp = STORABLE, message = UNSTORABLE)
            String name) {}

    record Place(
            @Size(max = 500, message = "не длиннее 500 знаков") @Pattern(regexp = STORABLE, message = UNSTORABLE)
            String address,

            @Schema(description = "Название, код или ОКТМО муниципалитета", example = "Арсеньевский городской округ")
            @Size(max = 200, message = "не длиннее 200 знаков")
            String municipality,

            @DecimalMin(value = "-90", message = "широта от -90 до 90")
            @DecimalMax(value = "90", message = "широта от -90 до 90")
            Double lat,

            @DecimalMin(value = "-180", message = "долгота от -180 до 180")
            @DecimalMax(value = "180", message = "долгота от -180 до 180")
            Double lon) {}

    record Media(
            @NotBlank(message = "обязательное поле")
            @Size(max = 2_000, message = "не длиннее 2000 знаков")
            @Pattern(regexp = LINK, message = "нужна ссылка http(s)")
            String url,

            @Size(max = 200, message = "не длиннее 200 знаков") @Pattern(regexp = STORABLE, message = UNSTORABLE)
            String title) {}
}
