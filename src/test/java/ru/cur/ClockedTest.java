package ru.cur;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test whose cases live on a Monday morning and whose clock it moves itself. */
@CurTest
public abstract class ClockedTest {
    @Autowired
    protected ProcessJourneys journeys;

    @BeforeEach
    void setClock() {
        journeys.setClock(ProcessJourneys.MONDAY_MORNING);
    }

    @AfterEach
    void releaseClock() {
        journeys.releaseClock();
    }
}
