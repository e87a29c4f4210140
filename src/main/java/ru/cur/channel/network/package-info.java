/** The way out to the networks: paced, watched by circuit breakers, with its troubles written down. */
package ru.cur.channel.network;
