/** When work goes on: production calendar, working hours, deadlines with their explanation. */
@NamedInterface("calendar")
package ru.cur.sla.calendar;

import org.springframework.modulith.NamedInterface;
