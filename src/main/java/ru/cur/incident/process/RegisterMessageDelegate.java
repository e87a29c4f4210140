package ru.cur.incident.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.process.MessageRegistrationProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Registers what a person told by phone or at the counter. */
@Component
class RegisterMessageDelegate implements JavaDelegate { // serviceTask_registerMessage
    private final MessageIntake intake;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    RegisterMessageDelegate(MessageIntake intake, Directory directory, Clock clock, ZoneId zone) {
        this.intake = intake;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CompletedForm form = new CompletedForm(execution);
        Instant now = clock.instant();
        IncomingMessage message = new IncomingMessage(
                channel(form),
                UUID.randomUUID().toString(),
                author(form),
                form.text(Texts.MESSAGE, "Запишите, с чем обратился человек"),
                now,
                null,
                place(form, now),
                List.of());
        intake.receive(message, legalRegime(form), form.actor());
    }

    private static LegalRegime legalRegime(CompletedForm form) {
        return form.optionalText(Texts.LEGAL_REGIME)
                .map(code -> {
                    if (!MessageRegistrationProcess.LEGAL_REGIMES.contains(code)) {
                        throw new FormRefusal("Выберите, как рассматриваем: сообщение или обращение по 59-ФЗ");
                    }
                    return LegalRegime.valueOf(code);
                })
                .orElse(LegalRegime.SOCIAL_MESSAGE);
    }

    private static String channel(CompletedForm form) {
        String request = "Укажите, как поступило обращение";
        String channel = form.text(Texts.CHANNEL, request);
        if (!MessageRegistrationProcess.CHANNELS.contains(channel)) {
            throw new FormRefusal(request);
        }
        return channel;
    }

    private static Author author(CompletedForm form) {
        return new Author(
                null,
                form.optionalText(Texts.AUTHOR_NAME).orElse(null),
                form.optionalText(Texts.AUTHOR_CONTACT).orElse(null));
    }

    private Place place(CompletedForm form, Instant now) {
        return new Place(
                form.optionalText(Texts.ADDRESS).orElse(null),
                form.optionalText(Texts.MUNICIPALITY_CODE)
                        .map(code -> municipality(code, now))
                        .orElse(null),
                null,
                null);
    }

    private String municipality(String code, Instant now) {
        return directory
                .municipality(code, now.atZone(zone).toLocalDate())
                .map(Municipality::code)
                .orElseThrow(() -> new FormRefusal("Муниципалитет «%s» не найден в справочнике".formatted(code)));
    }
}
