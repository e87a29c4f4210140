package ru.cur.channel.open311;

import ru.cur.channel.ServiceCatalog.Service;
import ru.cur.incident.IncomingMessage;

/**
 * A request as it came, checked.
 *
 * @param text description and answers to attributes
 * @param mediaUrl link to a picture; null without one
 * @param fingerprint the same for the same fields only
 */
record NewRequest(
        Service service,
        String text,
        IncomingMessage.Author author,
        IncomingMessage.Place place,
        String mediaUrl,
        String fingerprint) {}
