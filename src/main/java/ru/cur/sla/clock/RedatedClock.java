package ru.cur.sla.clock;

import java.time.Instant;

/** A clock that a re-dating has moved. @param cycle which clock of this kind it is in the case */
public record RedatedClock(String number, ClockKind kind, int cycle, Instant from, Instant to) {}
