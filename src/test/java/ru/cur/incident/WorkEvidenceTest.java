package ru.cur.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WorkEvidenceTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> new WorkEvidence(null, "https://photo.example/1.jpg", null, DAY).mustBeComplete())
                .isInstanceOf(CaseRefusal.class)
                .hasMessage("По этой теме нужны подтверждения. Не хватает: фото «до», место работ");
        assertThatCode(() -> new WorkEvidence("https://a", "https://b", "ул. Русская, 1", DAY).mustBeComplete())
                .doesNotThrowAnyException();
    }

    @Test
    void whereAndWhenStandBehindTheWords() {
        WorkEvidence evidence = new WorkEvidence(null, null, "ул. Русская, 1", DAY);
        assertThat(new WorkReport(IncidentResult.SOLVED, "Скосили", evidence, null, null).words())
                .isEqualTo("Скосили (место: ул. Русская, 1; выполнено 23.11.2026)");
        WorkEvidence none = new WorkEvidence(null, null, null, null);
        assertThat(new WorkReport(IncidentResult.REFUSED, "Нельзя", none, RefusalGround.IN_COURT, "ст. 10 № 59-ФЗ")
                        .words())
                .isEqualTo("Нельзя\nОснование отказа: вопрос решает суд. Норма: ст. 10 № 59-ФЗ");
    }

    /** All four parts or a refusal. */
    @Property
    void nothingMayBeMissing(
            @ForAll boolean before, @ForAll boolean after, @ForAll boolean place, @ForAll boolean day) {
        WorkEvidence evidence = new WorkEvidence(
                before ? "https://a" : null, after ? "https://b" : null, place ? "двор" : null, day ? DAY : null);
        if (before && after && place && day) {
            assertThatCode(evidence::mustBeComplete).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(evidence::mustBeComplete).isInstanceOf(CaseRefusal.class);
        }
    }
}
