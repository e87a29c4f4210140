package ru.cur.sla.ledger;

/** Who has a case. @param organisationId null where the party says it all */
record Holder(Party party, String organisationId) {}
