/** The case: its messages, number, status, terms and history. */
@ApplicationModule(displayName = "Инцидент")
package ru.cur.incident;

import org.springframework.modulith.ApplicationModule;
