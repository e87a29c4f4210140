/** E-mail: letters to the public address become messages, never appeals in the sense of 59-FZ, and are answered by letters. */
package ru.cur.channel.email;
