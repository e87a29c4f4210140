package ru.cur.modeling;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The diagrams of the class path are deployed; the job executor starts when this is done, and runs nothing on an old diagram. */
@Component
@Order(MovesAtStart.BEFORE_THE_DEMO)
class MovesAtStart implements ApplicationRunner {
    static final int BEFORE_THE_DEMO = 45;

    private final InstanceMoves moves;

    MovesAtStart(InstanceMoves moves) {
        this.moves = moves;
    }

    @Override
    public void run(ApplicationArguments args) {
        moves.toLatest();
    }
}
