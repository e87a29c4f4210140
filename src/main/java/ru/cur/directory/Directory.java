package ru.cur.directory;

import java.time.LocalDate;
import java.util.*;

public class Directory {
    public Optional<Municipality> municipality(String s, LocalDate d) {
        return Optional.empty();
    }

    public List<Municipality> municipalities(LocalDate d) {
        return List.of();
    }

    public Optional<Category> category(String c) {
        return Optional.empty();
    }

    public List<Category> categories() {
        return List.of();
    }

    public Optional<Organisation> organisation(String c) {
        return Optional.empty();
    }

    public List<Organisation> organisations(LocalDate d) {
        return List.of();
    }

    public Optional<Responsible> responsibleFor(BodyKind k, String m, LocalDate d) {
        return Optional.empty();
    }

    public void putStaff(StaffMember m) {}

    public String fullName(String u) {
        return u;
    }
}
