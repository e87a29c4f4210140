/** Who is who: municipalities, organisations, what each answers for, the categories of complaints, and staff. */
@ApplicationModule(
        displayName = "Справочники",
        allowedDependencies = {"platform"})
package ru.cur.directory;

import org.springframework.modulith.ApplicationModule;
