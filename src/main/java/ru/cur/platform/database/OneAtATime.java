package ru.cur.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets those who do the same thing take turns, whatever node they run on. */
public final class OneAtATime {

    private OneAtATime() {}

    /**
     * Waits until nobody else holds the name, and holds it until the transaction ends.
     *
     * @param what names the thing that is done; two names may share a turn by chance, which costs time only
     */
    public static void hold(JdbcClient jdbc, String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", what)
                .query(row -> {});
    }
}
