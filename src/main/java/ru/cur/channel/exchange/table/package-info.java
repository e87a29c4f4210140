/** Tables in files: read row by row, whatever they are, and written. Knows nothing of what stands in them. */
package ru.cur.channel.exchange.table;
