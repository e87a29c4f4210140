package ru.cur.incident.attachment;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.cur.incident.IncidentNumber;
import ru.cur.reply.ReplyFile;
import ru.cur.reply.ReplyFiles;

/** The pictures that somebody has chosen go out with the answer, as copies that may leave the house. */
@Component
class AnswerFiles implements ReplyFiles {
    private final CaseFiles files;

    AnswerFiles(CaseFiles files) {
        this.files = files;
    }

    @Override
    public List<ReplyFile> of(String number) {
        return files.published(new IncidentNumber(number)).stream()
                .map(file -> new ReplyFile(
                        file.name(),
                        file.mediaType(),
                        () -> new ByteArrayInputStream(file.content().get())))
                .toList();
    }
}
