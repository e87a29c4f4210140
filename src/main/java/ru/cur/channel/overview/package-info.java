/** How the channels are: the page «Каналы» and the program's health. */
package ru.cur.channel.overview;
