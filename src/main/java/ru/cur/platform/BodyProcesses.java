package ru.cur.platform;

import java.util.Set;

/**
 * The processes that are the work of one body. An instance of such a process belongs to the tenant of its body, so the
 * engine itself hides it from the others; all other processes belong to nobody and are read by the CUR.
 *
 * @param definitionKeys ids of the processes
 * @param bodyId the variable with which an instance starts: id of its organisation, tenant and group
 */
public record BodyProcesses(Set<String> definitionKeys, ProcessVariable<String> bodyId) {}
