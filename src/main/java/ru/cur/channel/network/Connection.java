package ru.cur.channel.network;

import ru.cur.channel.Channel;

/**
 * A channel that is switched on, for the page «Каналы». Each connector makes one a bean.
 *
 * @param incoming how messages come in, in Russian; null when they don't
 * @param outgoing how answers go out, in Russian; null when they don't
 */
public record Connection(Channel channel, String incoming, String outgoing) {}
