package ru.cur.platform.security;

import java.util.*;

public class Accounts {
    public void ensureUser(String a, String b, String c, String d, Set<String> e, Optional<String> f) {}
}
