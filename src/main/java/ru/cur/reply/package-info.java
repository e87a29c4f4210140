/** Answers: drafts, versions, approval and publication. */
@ApplicationModule(displayName = "Ответ")
package ru.cur.reply;

import org.springframework.modulith.ApplicationModule;
