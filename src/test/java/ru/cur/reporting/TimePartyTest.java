package ru.cur.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import ru.cur.sla.ledger.Party;

class TimePartyTest {

    @Test
    void reportsUseTheWordsOfTheLedger() {
        assertThat(TimeParty.values())
                .extracting(party -> party.name() + " " + party.label())
                .containsExactlyElementsOf(Arrays.stream(Party.values())
                        .map(party -> party.name() + " " + party.title())
                        .toList());
    }
}
