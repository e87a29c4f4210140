/** What we add to Camunda Tasklist: the case in its forms, prepared filters, Russian words. */
@ApplicationModule(displayName = "Рабочее место")
package ru.cur.workplace;

import org.springframework.modulith.ApplicationModule;
