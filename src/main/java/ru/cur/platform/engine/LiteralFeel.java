package ru.cur.platform.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Answers by itself what most cells of a decision table hold: a text, a list of texts, a whole number to compare with, a
 * variable's name with or without a text for its absence, "anything". The FEEL library parses each cell anew and makes all
 * its built-in functions for it, at every evaluation; measured with intake running, that made acknowledgements a third
 * slower. Everything else goes to the library.
 */
final class LiteralFeel implements FeelEngine {
    private static final String ANYTHING = "-";
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"\\\\]*\"(?:\\s*,\\s*\"[^\"\\\\]*\")*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Pattern BETWEEN_TEXTS = Pattern.compile("\"\\s*,\\s*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");
    private static final Set<String> WORDS = Set.of("true", "false", "null");
    private static final Pattern NAME_OR_TEXT =
            Pattern.compile("if ([A-Za-z]\\w*) = null then (\"[^\"\\\\]*\") else \\1");

    private final FeelEngine library;

    LiteralFeel(FeelEngine library) {
        this.library = library;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface of the library
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        String cell = expression.strip();
        if (TEXT.matcher(cell).matches()) {
            return (T) unquoted(cell);
        }
        if (NAME.matcher(cell).matches()) {
            Object value = value(variables, cell);
            // Other kinds of values, moments and other numbers among them, the library makes its own first. A name
            // that nobody knows is null there as well.
            if (value == null && !WORDS.contains(cell)) {
                return null;
            }
            if (value instanceof String || value instanceof Boolean || value instanceof Long) {
                return (T) value;
            }
        }
        Matcher nameOrText = NAME_OR_TEXT.matcher(cell);
        if (nameOrText.matches()) {
            Object value = value(variables, nameOrText.group(1));
            if (value == null || value instanceof String) {
                return (T) (value == null ? unquoted(nameOrText.group(2)) : value);
            }
        }
        return library.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        String cell = expression.strip();
        if (cell.equals(ANYTHING)) {
            return true;
        }
        if (TEXTS.matcher(cell).matches() && value(variables, inputVariable) instanceof String text) {
            return Arrays.asList(BETWEEN_TEXTS.split(unquoted(cell), -1)).contains(text);
        }
        if (WHOLE_NUMBER.matcher(cell).matches()
                && value(variables, inputVariable) instanceof Number number
                && (number instanceof Long || number instanceof Integer)) {
            return number.longValue() == Long.parseLong(cell);
        }
        return library.evaluateSimpleUnaryTests(expression, inputVariable, variables);
    }

    private static String unquoted(String cell) {
        return cell.substring(1, cell.length() - 1);
    }

    private static Object value(VariableContext variables, String name) {
        TypedValue value = variables.resolve(name);
        return value == null ? null : value.getValue();
    }
}
