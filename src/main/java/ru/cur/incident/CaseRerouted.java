package ru.cur.incident;

/** Category or place of a case are other ones, and so is the body that must act. */
public record CaseRerouted(IncidentNumber number, String categoryCode, String municipalityCode) {}
