package ru.cur.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The notices of whoever asks, and of nobody else. Tasklist's bell shows them. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Уведомления")
class BellApi {
    private static final int MOST = 50;

    private final NotificationStore store;
    private final Clock clock;

    BellApi(NotificationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param unread how many there are, also when fewer are shown */
    record Bell(int unread, List<Item> notifications) {}

    /** @param number the case it is about; missing when it is about many */
    record Item(long id, String number, boolean urgent, String subject, String text, Instant createdAt, boolean read) {
        static Item of(StoredNotice notice) {
            return new Item(
                    notice.id(),
                    notice.incidentNumber(),
                    notice.urgent(),
                    notice.letter().subject(),
                    notice.letter().text(),
                    notice.createdAt(),
                    notice.read());
        }
    }

    /** @param upTo the newest notice that the person has seen */
    record Seen(@NotNull @Positive Long upTo) {}

    @GetMapping
    @Operation(summary = "Свои уведомления, сначала новые, не больше " + MOST)
    Bell show(
            @Parameter(description = "true: только непрочитанные") @RequestParam(defaultValue = "false") boolean unread,
            @Parameter(hidden = true) Principal reader) {
        return new Bell(
                store.countUnread(reader.getName()),
                store.newest(reader.getName(), unread, MOST).stream()
                        .map(Item::of)
                        .toList());
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Отметить свои уведомления прочитанными",
            description = "До указанного включительно: пришедшее позже остаётся новым.")
    void markRead(@Valid @RequestBody Seen seen, @Parameter(hidden = true) Principal reader) {
        store.markRead(reader.getName(), seen.upTo(), clock.instant());
    }
}
