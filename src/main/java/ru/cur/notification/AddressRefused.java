package ru.cur.notification;

/** The mail server will never deliver to this address; trying again is of no use. */
final class AddressRefused extends Exception {
    private static final long serialVersionUID = 1L;

    AddressRefused(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
