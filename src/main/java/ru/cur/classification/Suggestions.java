package ru.cur.classification;

import java.util.*;

public class Suggestions {
    public Suggestion of(String a, String b) {
        return null;
    }
}
