/** What a node does beside its requests. */
package ru.cur.platform.background;
