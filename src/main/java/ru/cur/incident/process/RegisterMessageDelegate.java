package ru.cur.incident.process;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.cur.directory.Directory;
import ru.cur.directory.Municipality;
import ru.cur.incident.IncidentNumber;
import ru.cur.incident.IncomingMessage;
import ru.cur.incident.IncomingMessage.Author;
import ru.cur.incident.IncomingMessage.Media;
import ru.cur.incident.IncomingMessage.Place;
import ru.cur.incident.LegalRegime;
import ru.cur.incident.MessageIntake;
import ru.cur.incident.attachment.Purpose;
import ru.cur.incident.attachment.WaitingFiles;
import ru.cur.incident.process.MessageRegistrationProcess.Texts;
import ru.cur.platform.CompletedForm;
import ru.cur.platform.FormRefusal;

/** Registers what a person told by phone or at the counter. */
@Component
class RegisterMessageDelegate implements JavaDelegate { // serviceTask_registerMessage
    private final MessageIntake intake;
    private final WaitingFiles files;
    private final Directory directory;
    private final Clock clock;
    private final ZoneId zone;

    RegisterMessageDelegate(MessageIntake intake, WaitingFiles files, Directory directory, Clock clock, ZoneId zone) {
        this.intake = intake;
        this.files = files;
        this.directory = directory;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CompletedForm form = new CompletedForm(execution);
        Instant now = clock.instant();
        Optional<String> screenshot = form.link(Texts.SCREENSHOT);
        IncomingMessage message = new IncomingMessage(
                channel(form),
                UUID.randomUUID().toString(),
                author(form),
                form.text(Texts.MESSAGE, "Запишите, с чем обратился человек"),
                writtenAt(form, now),
                form.link(Texts.PERMALINK).orElse(null),
                place(form, now),
                screenshot
                        .filter(url -> !WaitingFiles.isAddress(url))
                        .map(url -> new Media(url, Purpose.SCREENSHOT.title()))
                        .stream()
                        .toList());
        IncidentNumber number =
                intake.receive(message, legalRegime(form), form.actor()).number();
        screenshot
                .filter(WaitingFiles::isAddress)
                .ifPresent(url -> files.addTo(number, Purpose.SCREENSHOT, url, form.actor()));
    }

    /** In a network it was written before somebody has noticed it; on the phone it is told now. */
    private static Instant writtenAt(CompletedForm form, Instant now) {
        Instant written = form.optionalText(Texts.WRITTEN_AT)
                .map(RegisterMessageDelegate::moment)
                .orElse(now);
        if (written.isAfter(now)) {
            throw new FormRefusal("Время, когда написано сообщение, ещё не наступило");
        }
        return written;
    }

    private static Instant moment(String typed) {
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeParseException e) {
            throw new FormRefusal("«%s» – не время. Выберите день и время из списка".formatted(typed));
        }
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
