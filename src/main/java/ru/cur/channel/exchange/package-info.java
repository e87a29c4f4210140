/** Exchange of files with systems that have no interface for programs: their exports come in, answers and statuses go out. */
package ru.cur.channel.exchange;
