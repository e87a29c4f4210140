package ru.cur.channel.open311;

import java.util.Map;

/**
 * What a program asks a citizen beside his words.
 *
 * @param service code of the category
 * @param order in which it is asked, from 1
 * @param variable false: nothing is asked, the description is shown
 * @param label what stands before the value in the text of the message
 * @param values names by keys, in their order; empty unless it is a list
 */
record ServiceAttribute(
        String service,
        int order,
        String code,
        boolean variable,
        Datatype datatype,
        boolean required,
        String label,
        String description,
        String datatypeDescription,
        Map<String, String> values) {

    /** Names of the specification, in small letters there. */
    enum Datatype {
        STRING,
        NUMBER,
        DATETIME,
        TEXT,
        SINGLEVALUELIST,
        MULTIVALUELIST
    }
}
