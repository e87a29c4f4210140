package ru.cur.incident.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;
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
        String channel = MessageRegistrationProcess.Texts.CHANNEL
                .take(execution)
                .orElseThrow(() -> new FormRefusal("Укажите, как поступило обращение"));
        String text = MessageRegistrationProcess.Texts.MESSAGE
                .take(execution)
                .orElseThrow(() -> new FormRefusal("Запишите, с чем обратился человек"));
        Instant now = clock.instant();
        IncomingMessage message = new IncomingMessage(
                channel,
                UUID.randomUUID().toString(),
                new Author(
                        null,
                        MessageRegistrationProcess.Texts.AUTHOR_NAME
                                .take(execution)
                                .orElse(null),
                        MessageRegistrationProcess.Texts.AUTHOR_CONTACT
                                .take(execution)
                                .orElse(null)),
                text,
                now,
                null,
                new Place(
                        MessageRegistrationProcess.Texts.ADDRESS.take(execution).orElse(null),
                        municipality(execution, now),
                        null,
                        null),
                List.of());
        intake.receive(
                message, LegalRegime.SOCIAL_MESSAGE, Context.getCommandContext().getAuthenticatedUserId());
    }

    private String municipality(DelegateExecution execution, Instant now) {
        return MessageRegistrationProcess.Texts.MUNICIPALITY_CODE
                .take(execution)
                .map(code -> directory
                        .municipality(code, now.atZone(zone).toLocalDate())
                        .map(Municipality::code)
                        .orElseThrow(
                                () -> new FormRefusal("Муниципалитет «%s» не найден в справочнике".formatted(code))))
                .orElse(null);
    }
}
