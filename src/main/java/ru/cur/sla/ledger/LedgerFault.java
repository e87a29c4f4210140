package ru.cur.sla.ledger;

/** What a verification can find. */
public enum LedgerFault {
    ROW_CHANGED("содержимое строки изменено после записи"),
    ROW_REPLACED("строка не продолжает предыдущую: цепочка контрольных сумм прервана"),
    ROW_MISSING("строки нет"),
    ROW_FORGED("строка добавлена в обход программы"),
    TIME_BROKEN("время не продолжает предыдущую строку"),
    SUM_WRONG("число секунд не сходится с промежутком"),
    STATE_CHANGED("журнал кончается не там, где остановился учёт времени инцидента"),
    SEALED_ROW_CHANGED("строка изменена или удалена после того, как была запечатана"),
    SEAL_CHANGED("печать изменена, удалена или подделана");

    private final String title;

    LedgerFault(String title) {
        this.title = title;
    }

    /** What people read, in Russian. */
    public String title() {
        return title;
    }
}
