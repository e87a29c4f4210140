package ru.cur.modeling;

/** An instance on its way. @param businessKey null where the process has none */
record RunningInstance(String id, String businessKey) {}
