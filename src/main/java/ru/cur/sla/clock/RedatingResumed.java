package ru.cur.sla.clock;

/** Whoever waits because a re-dating was paused may go on: to do the rest, or to find that nothing is left. */
public record RedatingResumed(long id) {}
