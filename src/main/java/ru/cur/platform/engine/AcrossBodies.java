package ru.cur.platform.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Acts as the program itself while a person's step runs: what one body does may move what is another's, which the person
 * himself can neither see nor touch.
 */
@Component
public class AcrossBodies {
    private final ProcessEngineConfigurationImpl engine;

    // The engine's configuration is being made when beans of the process applications are looked for.
    AcrossBodies(@Lazy ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** Without regard to tenants and rights, in the transaction of the caller. */
    public void run(Runnable act) {
        call(context -> {
            act.run();
            return null;
        });
    }

    /** What the engine knows of anybody's. */
    public <T> T ask(Supplier<T> question) {
        return call(context -> question.get());
    }

    <T> T call(Function<CommandContext, T> act) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    boolean tenantCheck = context.isTenantCheckEnabled();
                    context.disableTenantCheck();
                    try {
                        return act.apply(context);
                    } finally {
                        if (tenantCheck) {
                            context.enableTenantCheck();
                        }
                    }
                }));
    }
}
