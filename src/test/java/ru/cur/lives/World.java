package ru.cur.lives;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.cur.NetworkOutage;
import ru.cur.ProcessJourneys;
import ru.cur.incident.AuthorFeedback;
import ru.cur.incident.AuthorWords;
import ru.cur.incident.CaseClockActs;
import ru.cur.incident.CaseMarks;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.MessagePresence;
import ru.cur.incident.Requalifications;
import ru.cur.reply.Publications;
import ru.cur.sla.clock.Clocks;

/** The services behind the pages and doors. */
record World(
        ProcessEngine engine,
        JdbcClient jdbc,
        Clock clock,
        ProcessJourneys journeys,
        NetworkOutage networks,
        MessageIntake intake,
        AuthorWords words,
        AuthorFeedback feedback,
        CaseMarks marks,
        MessagePresence presence,
        CaseClockActs acts,
        Requalifications requalifications,
        Publications publications,
        Clocks clocks) {}
