/**
 * Instagram, a legacy channel that is off by default: its owner, Meta, is designated extremist in Russia, and since December 2022
 * state bodies keep their pages in VKontakte and Odnoklassniki. See ADR 0019.
 */
package ru.cur.channel.instagram;
