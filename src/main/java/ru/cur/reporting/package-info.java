/** Figures for managers. Reads the tables of other modules by SQL and changes nothing. */
@ApplicationModule(displayName = "Отчёты")
package ru.cur.reporting;

import org.springframework.modulith.ApplicationModule;
