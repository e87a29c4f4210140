/** What happens when a term is broken: who is told and who decides. */
@ApplicationModule(displayName = "Эскалация")
package ru.cur.escalation;

import org.springframework.modulith.ApplicationModule;
