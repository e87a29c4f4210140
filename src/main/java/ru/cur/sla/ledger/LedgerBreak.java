package ru.cur.sla.ledger;

/**
 * A place at which the ledger is not what was written.
 *
 * @param number of the case; null when a seal itself is concerned
 * @param row its number in the case; null when no single row is concerned
 * @param seal number of the seal that tells; null when none is needed
 */
public record LedgerBreak(String number, Integer row, Integer seal, LedgerFault fault) {

    static LedgerBreak of(String number, Integer row, LedgerFault fault) {
        return new LedgerBreak(number, row, null, fault);
    }

    /** For people: «Журнал времени инцидента ПК-2026-000123, строка 4: содержимое строки изменено после записи». */
    public String text() {
        String where = number == null ? "Печать журнала времени № " + seal : "Журнал времени инцидента " + number;
        return where + (row == null ? "" : ", строка " + row) + ": " + fault.title();
    }
}
