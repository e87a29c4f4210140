package ru.cur.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import ru.cur.platform.engine.ChangedMeanwhile;

class FewTriesTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatOthersWereFasterWithIsDoneOnceMore() {
        assertThat(FewTries.call(() -> slowerThan(4))).isEqualTo("done");
        assertThat(tries).hasValue(5);
    }

    @Test
    void itEndsWhenOthersAreFasterEachTime() {
        assertThatThrownBy(() -> FewTries.call(() -> slowerThan(5))).isInstanceOf(ChangedMeanwhile.class);
        assertThat(tries).hasValue(5);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        assertThatThrownBy(() -> FewTries.run(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(tries).hasValue(1);
    }

    private String slowerThan(int others) {
        if (tries.incrementAndGet() <= others) {
            throw new OptimisticLockingException("somebody was faster");
        }
        return "done";
    }
}
