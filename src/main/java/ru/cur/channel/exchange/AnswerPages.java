package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.cur.channel.exchange.table.TableWriter;
import ru.cur.channel.exchange.table.TableWriter.Column;
import ru.cur.channel.exchange.table.TableWriter.Lines;
import ru.cur.platform.AuditedAct;

/** Files of answers and statuses: made, fetched, confirmed when they have been brought to the other system. */
@ExchangePage
@RequestMapping(ExchangeAccess.ROOT)
class AnswerPages {
    private static final int FILES = 50;

    private final AnswerBatches batches;
    private final BatchStore store;
    private final ExchangeProperties properties;
    private final ApplicationEventPublisher events;

    AnswerPages(
            AnswerBatches batches, BatchStore store, ExchangeProperties properties, ApplicationEventPublisher events) {
        this.batches = batches;
        this.store = store;
        this.properties = properties;
        this.events = events;
    }

    @GetMapping("/answers/{source}")
    String show(@PathVariable("source") String code, Model model, HttpServletRequest request) {
        ExchangeSource source = source(code);
        model.addAttribute("source", source);
        model.addAttribute("waiting", batches.waiting(source, ExchangeAccess.seesRestricted(request)));
        model.addAttribute("files", store.latest(source, FILES));
        model.addAttribute("seesRestricted", ExchangeAccess.seesRestricted(request));
        model.addAttribute("publishes", source == ExchangeSource.POS && properties.posAnswers());
        return "exchange/answers";
    }

    @PostMapping("/answers/{source}")
    String make(
            @PathVariable("source") String code,
            Authentication maker,
            HttpServletRequest request,
            RedirectAttributes next) {
        ExchangeSource source = source(code);
        try {
            long made = batches.make(source, ExchangeAccess.seesRestricted(request), maker.getName());
            next.addFlashAttribute(
                    "done",
                    "Файл № %d готов. Скачайте его, загрузите в «%s» и подтвердите загрузку."
                            .formatted(made, source.title()));
        } catch (ExchangeRefusal nothing) {
            next.addFlashAttribute("problem", nothing.getMessage());
        }
        return back(source);
    }

    @PostMapping("/files/{id}/confirm")
    String confirm(@PathVariable long id, Authentication actor, HttpServletRequest request, RedirectAttributes next) {
        ExchangeSource source = visible(id, request).source();
        batches.confirm(id, actor.getName());
        next.addFlashAttribute("done", "Файл № %d загружен в «%s».".formatted(id, source.title()));
        return back(source);
    }

    @PostMapping("/files/{id}/cancel")
    String cancel(@PathVariable long id, Authentication actor, HttpServletRequest request, RedirectAttributes next) {
        ExchangeSource source = visible(id, request).source();
        batches.cancel(id, actor.getName());
        next.addFlashAttribute("done", "Файл № %d отменён. То, что в нём было, войдёт в следующий.".formatted(id));
        return back(source);
    }

    @GetMapping("/files/{id}.xlsx")
    void workbook(
            @PathVariable long id, Authentication reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<ExportField, String> columns = opened(id, reader, request);
        Downloads.xlsx(fileName(id), response);
        TableWriter.xlsx("Ответы", titles(columns), lines(id, columns), response.getOutputStream());
    }

    @GetMapping("/files/{id}.csv")
    void text(@PathVariable long id, Authentication reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<ExportField, String> columns = opened(id, reader, request);
        Downloads.csv(fileName(id), response);
        TableWriter.csv(titles(columns), lines(id, columns), response.getOutputStream());
    }

    private Map<ExportField, String> opened(long id, Authentication reader, HttpServletRequest request) {
        ExchangeAccess.requireExchange(request);
        if (!visible(id, request).isDownloadable()) {
            throw new ExchangeRefusal("Этот файл отменили: то, что в нём было, вошло в следующий.");
        }
        events.publishEvent(new AuditedAct(reader.getName(), "EXPORT_DOWNLOADED", "export " + id));
        return store.columns(id);
    }

    private ExportBatch visible(long id, HttpServletRequest request) {
        ExportBatch batch = store.find(id);
        if (batch.restricted() && !ExchangeAccess.seesRestricted(request)) {
            throw new AccessDeniedException(
                    "В этом файле есть закрытые дела. Он доступен тем, кому назначен доступ к закрытым делам.");
        }
        return batch;
    }

    private static List<Column> titles(Map<ExportField, String> columns) {
        return columns.entrySet().stream()
                .map(column -> new Column(column.getValue(), column.getKey().width()))
                .toList();
    }

    private Lines lines(long id, Map<ExportField, String> columns) {
        ExportField[] fields = columns.keySet().toArray(ExportField[]::new);
        return each -> store.forEachLine(
                id,
                line -> each.accept(
                        Arrays.asList(Arrays.stream(fields).map(line::value).toArray())));
    }

    private static String fileName(long id) {
        return "Ответы и статусы " + id;
    }

    private static ExchangeSource source(String code) {
        return ExchangeSource.of(code).orElseThrow(() -> new NothingThere("Проверьте адрес: в нём ошибка."));
    }

    private static String back(ExchangeSource source) {
        return "redirect:" + ExchangeAccess.ROOT + "/answers/" + source.code();
    }
}
