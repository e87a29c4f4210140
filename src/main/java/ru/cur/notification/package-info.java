/** What the staff is told, by mail and in Tasklist: each notice once to each person, the night gathered into one letter. */
@ApplicationModule(
        displayName = "Уведомления",
        allowedDependencies = {"directory", "sla", "sla :: calendar", "platform"})
package ru.cur.notification;

import org.springframework.modulith.ApplicationModule;
