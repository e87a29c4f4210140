/** VKontakte: events by the Callback API, answers by its methods. */
package ru.cur.channel.vk;
