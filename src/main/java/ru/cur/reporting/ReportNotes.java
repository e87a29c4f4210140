package ru.cur.reporting;

/** How the figures are counted, in the words that the page and the workbook share. */
final class ReportNotes {

    static final String ZONE = "владивостокское";

    static final String COUNTING =
            "Инцидент относится к периоду по сроку первого ответа; «Поступило» — по дате регистрации. "
                    + "Отклонённые, присоединённые и закрытые без ответа не учитываются.";

    static final String TIMES = "Доля в срок = в срок / (в срок + с опозданием + срок прошёл, ответа нет). "
            + "Время первого ответа — от регистрации до публикации.";

    private ReportNotes() {}
}
