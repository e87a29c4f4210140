package ru.cur.platform;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts that one feature's processes carry: codes, ids and names of bodies. Only these reach the engine's history;
 * any other text (what a person typed into a form, a field that an analyst added yesterday) never does.
 *
 * @param names names of the variables
 */
public record CarriedTexts(Set<String> names) {

    public static CarriedTexts of(ProcessVariable<?>... variables) {
        return new CarriedTexts(
                Stream.of(variables).map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet()));
    }
}
