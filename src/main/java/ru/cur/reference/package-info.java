/** Pages over reference data: calendar, working hours, re-datings; and terms for other programs. */
@ApplicationModule(displayName = "Страницы справочников")
package ru.cur.reference;

import org.springframework.modulith.ApplicationModule;
