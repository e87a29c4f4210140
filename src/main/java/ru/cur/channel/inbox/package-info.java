/** Events of networks as they came, and what becomes of them. */
package ru.cur.channel.inbox;
