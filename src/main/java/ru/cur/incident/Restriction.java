package ru.cur.incident;

/** Why only named people may see a case. */
public enum Restriction {
    CHILD("дело о ребёнке"),
    SUICIDE("угроза самоубийства"),
    CORRUPTION("сообщение о коррупции");

    private final String title;

    Restriction(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
