package ru.cur.reporting;

/** How the figures are counted, in the words that the page and the workbook share. */
final class ReportNotes {

    static final String ZONE = "владивостокское";

    static final String COUNTING =
            "Инцидент относится к периоду по сроку первого ответа; «Поступило» — по дате регистрации. "
                    + "Отклонённые, присоединённые и закрытые без ответа не учитываются.";

    static final String TIMES = "Доля в срок = в срок / (в срок + с опозданием + срок прошёл, ответа нет). "
            + "Время первого ответа — от регистрации до публикации.";

    static final String TIME_TITLE = "Кому сколько времени принадлежало";

    static final String TIME_OF_PARTIES = "Инциденты, по которым ответ дан, а срок ответа в периоде. "
            + "Рабочее время региона, записанное в журнал времени; сумма сторон равна «Всего».";

    private ReportNotes() {}
}
