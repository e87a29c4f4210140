package ru.cur.incident;

/** The author has rated the final answer. @param mark 1 (bad) to 5 (good) */
public record AuthorRated(IncidentNumber number, int mark) {}
