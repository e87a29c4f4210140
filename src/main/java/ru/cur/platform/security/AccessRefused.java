package ru.cur.platform.security;

/**
 * Somebody asked for what he may not see or do.
 *
 * @param actor login; "anonymous" for a caller who is not logged in
 * @param action method and path of the request, without its parameters
 * @param status what he was answered: 403, or 404 where even the existence is not his to know
 * @param address where the request came from
 */
public record AccessRefused(String actor, String action, int status, String address) {}
