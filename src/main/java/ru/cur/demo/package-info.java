/** The demo: staff, two months of cases made by the real processes, and what a newcomer must know. Exists in its profile only. */
@ApplicationModule(displayName = "Демонстрация")
package ru.cur.demo;

import org.springframework.modulith.ApplicationModule;
