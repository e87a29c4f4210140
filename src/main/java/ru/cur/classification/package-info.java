/** Suggests what a message is about, where, and whether somebody is in danger; a person confirms. */
@ApplicationModule(
        displayName = "Подсказки по тексту",
        allowedDependencies = {"directory"})
package ru.cur.classification;

import org.springframework.modulith.ApplicationModule;
