package ru.cur.channel.feed;

import java.util.Map;

/** Parameters of a method. */
record FeedParameters(Map<String, String> values) {

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** @throws FeedVkError with code 100 when it is no number */
    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException missing) {
            throw new FeedVkError(100, "One of the parameters specified was missing or invalid: " + name);
        }
    }

    long numberOrZero(String name) {
        return text(name).isEmpty() ? 0 : number(name);
    }
}
