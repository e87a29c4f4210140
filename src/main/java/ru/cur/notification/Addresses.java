package ru.cur.notification;

import java.util.Optional;

/** Where mail reaches the people of the staff. */
interface Addresses {

    /** @param login whose address is asked for @return empty when nobody knows one */
    Optional<String> of(String login);
}
