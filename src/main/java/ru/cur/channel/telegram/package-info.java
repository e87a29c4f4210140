/** Telegram: comments in the discussion groups of our channels, mentions, direct messages to the bot, and answers to all of them. */
package ru.cur.channel.telegram;
