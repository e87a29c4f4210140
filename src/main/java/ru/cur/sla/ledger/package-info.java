/** Who had the time of a case, to the second. */
@NamedInterface("ledger")
package ru.cur.sla.ledger;

import org.springframework.modulith.NamedInterface;
