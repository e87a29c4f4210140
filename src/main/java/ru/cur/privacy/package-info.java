/** What is remembered of people's doings, and what is hidden of people. */
@ApplicationModule(displayName = "Защита данных")
package ru.cur.privacy;

import org.springframework.modulith.ApplicationModule;
