/** MAX: a bot of the government reads dialogs, group chats and comments of channels, and answers there. */
package ru.cur.channel.max;
