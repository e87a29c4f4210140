package ru.cur.channel.telegram;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import ru.cur.platform.StartupRefusal;

/**
 * The bot. The channel is off without a token; a block that is not complete stops the start with one line.
 *
 * @param token of the bot, a secret
 * @param secret that Telegram sends with each event; needed for a webhook
 * @param updates how events come
 * @param apiUrl where the Bot API is, for instance a server of one's own
 * @param proxy of the way out, {@code http://host:port}; null for none
 * @param groups ids of discussion groups of ours: all that people write there is taken; elsewhere only what names us
 * @param channels ids of channels of ours: what they write themselves is no message
 * @param accounts names of ours that people mention, without @
 * @param maxFile larger files of people stay in Telegram; its own limit for bots is 20 MB
 */
@Validated
@ConfigurationProperties("cur.channel.telegram")
@ConditionalOnProperty(prefix = "cur.channel.telegram", name = "token")
record TelegramProperties(
        @NotNull String token,
        String secret,
        @NotNull @DefaultValue("webhook") Updates updates,
        @NotNull @DefaultValue("https://api.telegram.org") URI apiUrl,
        URI proxy,
        @NotNull @DefaultValue Set<Long> groups,
        @NotNull @DefaultValue Set<Long> channels,
        @NotNull @DefaultValue Set<String> accounts,
        @NotNull @DefaultValue("20MB") DataSize maxFile) {

    /** How events come to us; Telegram knows one way at a time. */
    enum Updates {
        /** Telegram calls us. */
        WEBHOOK,
        /** We ask again and again, where nobody can call us from outside. */
        POLLING
    }

    /** @throws StartupRefusal when the settings do not make a whole; it never quotes a secret */
    TelegramProperties {
        if (token == null || !token.matches("\\d+:[\\w-]+")) {
            throw new StartupRefusal("CUR_CHANNEL_TELEGRAM_TOKEN: это не ключ бота Telegram вида 123456:AbC…");
        }
        if (updates == Updates.WEBHOOK && (secret == null || !secret.matches("[\\w-]{16,256}"))) {
            throw new StartupRefusal(
                    "CUR_CHANNEL_TELEGRAM_SECRET: для приёма событий Telegram нужен секрет от 16 до 256"
                            + " латинских букв, цифр, «_» и «-» (или CUR_CHANNEL_TELEGRAM_UPDATES=polling)");
        }
        if (proxy != null && (!"http".equals(proxy.getScheme()) || proxy.getHost() == null || proxy.getPort() < 0)) {
            throw new StartupRefusal("CUR_CHANNEL_TELEGRAM_PROXY: нужен адрес вида http://узел:порт");
        }
    }

    /** The id of the bot itself, which is the open part of its token. */
    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** @param name as people write it, with or without @ */
    boolean isOurs(String name) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        return accounts.stream().anyMatch(bare::equalsIgnoreCase);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "TelegramProperties[bot %d, %s, groups %s]".formatted(botId(), updates, groups);
    }
}
