package ru.cur.sla.clock;

/** @param version of the decision table {@code sla-terms} @param clocks open clocks whose limit it gave */
public record ClocksOfVersion(int version, int clocks) {}
