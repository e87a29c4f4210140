package ru.cur.sla.clock;

/** Open clocks have to be read anew, see {@link Redatings#portion}. @param id of the re-dating */
public record RedatingRequested(long id) {}
