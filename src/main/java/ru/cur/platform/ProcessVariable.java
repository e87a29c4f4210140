package ru.cur.platform;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with a name and a type. Stored as text, flag, number or moment only: whatever else belongs to a case
 * is in our tables.
 *
 * @param <T> what Java sees
 */
public final class ProcessVariable<T> {
    private final String name;
    private final Function<T, Object> stored;
    private final Function<Object, T> read;

    private ProcessVariable(String name, Function<T, Object> stored, Function<Object, T> read) {
        this.name = name;
        this.stored = stored;
        this.read = read;
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, value -> value, String.class::cast);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, value -> value, Boolean.class::cast);
    }

    public static ProcessVariable<Long> number(String name) {
        return new ProcessVariable<>(name, value -> value, value -> ((Number) value).longValue());
    }

    /** A moment; the engine keeps it in UTC to the millisecond. */
    public static ProcessVariable<Instant> instant(String name) {
        return new ProcessVariable<>(name, Date::from, value -> ((Date) value).toInstant());
    }

    public static <E extends Enum<E>> ProcessVariable<E> enumOf(String name, Class<E> type) {
        return new ProcessVariable<>(name, Enum::name, value -> Enum.valueOf(type, (String) value));
    }

    public String name() {
        return name;
    }

    /** @throws IllegalStateException if the variable is missing or null */
    public T from(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("The process variable '" + name + "' is not set"));
    }

    /** The value; empty when the variable is missing, null or a blank text (what a form sends for an untouched field). */
    public Optional<T> find(VariableScope scope) {
        Object value = scope.getVariable(name);
        return value == null || (value instanceof String text && text.isBlank())
                ? Optional.empty()
                : Optional.of(read.apply(value));
    }

    /** The value, which leaves the process for good: what a form passes through on its way into our tables. */
    public Optional<T> take(VariableScope scope) {
        Optional<T> value = find(scope);
        scope.removeVariable(name);
        return value;
    }

    /** @param value null is stored as null, so that expressions in the diagrams find the variable */
    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value == null ? null : stored.apply(value));
    }

    /** Adds the value to the variables with which an instance starts. */
    public void on(Map<String, Object> variables, T value) {
        variables.put(name, value == null ? null : stored.apply(value));
    }
}
