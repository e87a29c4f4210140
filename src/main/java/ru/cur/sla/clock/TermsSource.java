package ru.cur.sla.clock;

import java.util.Collection;

/** Knows the terms that cases would have by now. The incident side answers. */
public interface TermsSource {

    /** Gives the cases the terms of that version of the table. @param actor login of the person who asked for it */
    void renew(Collection<String> numbers, int version, String actor);
}
