package ru.cur.incident;

/** Why a person decides something about a case, in his own words, as the history keeps it. */
final class StatedReason {
    private static final int LONGEST = 500;

    private StatedReason() {}

    /**
     * The reason without needless spaces.
     *
     * @param request what to ask of the person when there is none, one Russian sentence
     * @throws CaseRefusal when it is none, too long, or holds what no table can store
     */
    static String checked(String reason, String request) {
        String said = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        if (said.isEmpty()) {
            throw new CaseRefusal(request);
        }
        if (said.length() > LONGEST) {
            throw new CaseRefusal("Причина длиннее %d знаков: сократите её".formatted(LONGEST));
        }
        if (said.chars().anyMatch(Character::isISOControl)) {
            throw new CaseRefusal("В причине есть служебные знаки: уберите их");
        }
        return said;
    }
}
