package ru.cur.escalation.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.cur.escalation.process.SlaEscalationProcess.Variables;
import ru.cur.platform.CarriedTexts;

/** Tells the platform which texts the escalation carries. */
@Configuration(proxyBeanMethods = false)
class EscalationProcessConfiguration {

    @Bean
    CarriedTexts escalationTexts() {
        return CarriedTexts.of(
                Variables.CLOCK_KIND,
                Variables.LEVEL_MOMENT,
                Variables.LEVEL_RECIPIENTS,
                Variables.LEVEL_STATE,
                Variables.LEVEL_TASK,
                Variables.BREACH_CAUSE,
                Variables.BREACH_DECISION);
    }

    @Bean
    CarriedTexts overdueListTexts() {
        return CarriedTexts.of(WeeklyOverdueListProcess.Variables.NOTICE_KEY);
    }

    @Bean
    CarriedTexts ledgerTexts() {
        return CarriedTexts.of(
                LedgerVerificationProcess.Variables.BROKEN_INCIDENT_NUMBER, LedgerVerificationProcess.Variables.FAULT);
    }
}
