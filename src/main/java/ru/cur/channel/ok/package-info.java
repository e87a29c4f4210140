/** Odnoklassniki: messages to the group by a webhook, comments under its posts by asking for them, and answers to both. */
package ru.cur.channel.ok;
