package ru.cur.incident.process;

/** Whom a danger to life was told. */
enum EmergencyService {
    S112("112"),
    EDDS("ЕДДС"),
    FIRE("пожарная охрана"),
    POLICE("полиция"),
    AMBULANCE("скорая помощь"),
    GAS("газовая служба");

    private final String title;

    EmergencyService(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
