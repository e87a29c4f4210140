package ru.cur.modeling;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The diagrams of the class path are deployed by now. The job executor starts after this, so that nothing runs on an old diagram;
 * but a start waits for so long only, and with very many instances the rest are moved while the program works.
 */
@Component
@Order(MovesAtStart.BEFORE_THE_DEMO)
class MovesAtStart implements ApplicationRunner, DisposableBean {
    static final int BEFORE_THE_DEMO = 45;
    private static final Logger LOG = LoggerFactory.getLogger(MovesAtStart.class);

    private final InstanceMoves moves;
    private final ModelingProperties properties;
    private final Thread mover = new Thread(this::move, "instance-moves");

    MovesAtStart(InstanceMoves moves, ModelingProperties properties) {
        this.moves = moves;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        mover.start();
        mover.join(properties.startWaits().toMillis());
        if (mover.isAlive()) {
            LOG.info("Экземпляры переходят на новые версии диаграмм и дальше, программа уже работает");
        }
    }

    private void move() {
        try {
            moves.toLatest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Экземпляры не перешли на новые версии диаграмм; следующий запуск попробует ещё раз", e);
        }
    }

    /** What is under way is rolled back; the next start goes on. */
    @Override
    public void destroy() throws InterruptedException {
        mover.interrupt();
        mover.join();
    }
}
