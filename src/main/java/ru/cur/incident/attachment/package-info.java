/** Files of a case: what is let in, who may see the original, and the copy that may leave the house. */
@NamedInterface("attachment")
package ru.cur.incident.attachment;

import org.springframework.modulith.NamedInterface;
