/**
 * Terms and what follows from them: pure computation and its tables, no engine and no web. {@code calendar} knows when work
 * goes on, {@code clock} lets terms run, {@code ledger} says who had the time.
 */
@ApplicationModule(
        displayName = "Сроки",
        allowedDependencies = {"platform"})
package ru.cur.sla;

import org.springframework.modulith.ApplicationModule;
