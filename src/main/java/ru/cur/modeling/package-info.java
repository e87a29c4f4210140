/** What happens to diagrams once they are drawn: running instances go on with the latest version. */
@ApplicationModule(displayName = "Диаграммы")
package ru.cur.modeling;

import org.springframework.modulith.ApplicationModule;
