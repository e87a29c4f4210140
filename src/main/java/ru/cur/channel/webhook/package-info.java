/** The door through which networks bring their events: acknowledged once they are stored, worked on afterwards. */
package ru.cur.channel.webhook;
