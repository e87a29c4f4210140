package ru.cur.escalation.process;

import static ru.cur.platform.ProcessVariable.flag;
import static ru.cur.platform.ProcessVariable.text;

import ru.cur.platform.ProcessVariable;

/** Everything Java knows about bpmn/escalation/weekly-overdue-list.bpmn, by name. */
final class WeeklyOverdueListProcess {
    static final String ID = "weekly-overdue-list";

    private WeeklyOverdueListProcess() {}

    static final class Variables {
        static final ProcessVariable<Boolean> OVERDUE_FOUND = flag("overdueFound");
        static final ProcessVariable<String> NOTICE_KEY = text("noticeKey");

        private Variables() {}
    }
}
