/** Terms, calendars and deadlines: pure computation, no engine and no web. */
@ApplicationModule(
        displayName = "Сроки",
        allowedDependencies = {})
package ru.cur.sla;

import org.springframework.modulith.ApplicationModule;
