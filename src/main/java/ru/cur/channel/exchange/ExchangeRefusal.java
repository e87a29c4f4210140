package ru.cur.channel.exchange;

/** What was asked for can't be done now; the message is Russian and for the person who asked. */
final class ExchangeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExchangeRefusal(String message) {
        super(message);
    }
}
