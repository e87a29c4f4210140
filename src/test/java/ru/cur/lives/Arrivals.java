package ru.cur.lives;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.LegalRegime;

/** Messages of one history: some by the same author, some by others, some by nobody known. */
final class Arrivals {
    private static final List<String> CHANNELS =
            List.of("vk", "vk", "vk", "ok", "max", "telegram", "pos", "app", "instagram", "phone", "counter");
    private static final List<String> TEXTS = List.of(
            "Трава не скошена",
            "На дороге яма. Когда почините?",
            "Нет воды на Русской",
            "Когда откроют запись к врачу",
            "Пахнет газом в подъезде",
            "Во дворе темно, в подъезде сыро. Куда писать?");

    private final World world;
    private final Random random;
    private final Author first;

    Arrivals(World world, Random random) {
        this.world = world;
        this.random = random;
        String id = uuid();
        this.first = new Author(id, "Мария Тестова", id.substring(0, 8) + "@mail.example");
    }

    /** @return the number of the case that the message has begun, or has become a part of */
    String message() {
        String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
        return receive(channel, author(), null, regime(channel));
    }

    private LegalRegime regime(String channel) {
        if (random.nextInt(100) < 20) {
            return LegalRegime.APPEAL_59FZ;
        }
        return channel.equals("pos") ? LegalRegime.POS_MESSAGE : LegalRegime.SOCIAL_MESSAGE;
    }

    private Author author() {
        return switch (random.nextInt(4)) {
            case 0 -> new Author(null, null, null);
            case 1 -> new Author(uuid(), "Олег Т.", null);
            default -> first;
        };
    }

    /** The author of a message writes under it. */
    void reply(String channel, String externalId) {
        receive(channel, first, externalId, LegalRegime.SOCIAL_MESSAGE);
    }

    private String receive(String channel, Author author, String inReplyTo, LegalRegime regime) {
        IncomingMessage message = new IncomingMessage(
                channel,
                uuid(),
                author,
                TEXTS.get(random.nextInt(TEXTS.size())),
                random.nextBoolean() ? world.clock().instant() : null,
                "https://network.example/1",
                random.nextBoolean()
                        ? IncomingMessage.Place.UNKNOWN
                        : new IncomingMessage.Place("ул. Русская, 1", "VLD", null, null),
                List.of());
        return world.intake()
                .receive(message, inReplyTo, regime, "test")
                .number()
                .value();
    }

    /** By the seed, so that a history can be told again. */
    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
