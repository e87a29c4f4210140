/** The only technical module: engine, database, clock, security. Open, because every {@code ..process..} package needs it. */
@ApplicationModule(displayName = "Платформа", type = ApplicationModule.Type.OPEN)
package ru.cur.platform;

import org.springframework.modulith.ApplicationModule;
