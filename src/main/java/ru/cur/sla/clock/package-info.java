/** Clocks of a case: terms that start, pause, are extended, and stop. */
@NamedInterface("clock")
package ru.cur.sla.clock;

import org.springframework.modulith.NamedInterface;
