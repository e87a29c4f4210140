package ru.cur.platform;

import java.util.Map;
import java.util.function.Function;

/**
 * What instances of one process need to go on with its latest diagram when they have begun with an earlier one. A feature has a
 * bean for each of its processes that has changed in such a way; a process without one is moved as it is.
 */
public interface MovedInstances {

    /** @param lacking variables by name for a business key, see {@link #lacking} */
    static MovedInstances of(String process, Function<String, Map<String, Object>> lacking) {
        return new MovedInstances() {
            @Override
            public String process() {
                return process;
            }

            @Override
            public Map<String, Object> lacking(String businessKey) {
                return lacking.apply(businessKey);
            }
        };
    }

    /** Id of the process. */
    String process();

    /** Elements that had another id in an earlier diagram: the earlier id, then today's. */
    default Map<String, String> renamed() {
        return Map.of();
    }

    /**
     * What an instance that starts today would know, and one that began earlier may not. What an instance has is left as it is,
     * also when that is null.
     *
     * @return variables by name, as the engine stores them
     * @throws MoveRefusal when the instance would be worse off on the latest diagram
     */
    Map<String, Object> lacking(String businessKey);

    /** The instance is at the latest diagram now, in the same transaction. */
    default void moved(String businessKey, String instanceId) {}
}
