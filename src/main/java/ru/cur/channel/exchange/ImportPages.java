package ru.cur.channel.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import ru.cur.channel.exchange.ImportRuns.Act;
import ru.cur.channel.exchange.table.UnreadableFile;

/** Files that come in: sent, looked at, confirmed, watched. */
@ExchangePage
@RequestMapping(ExchangeAccess.ROOT)
class ImportPages {
    private static final int RUNS = 50;
    private static final int ROWS = 20;
    private static final int LONGEST_NAME = 200;

    private static final Map<String, Act> ACTS = Map.of(
            "confirm", Act.CONFIRMED,
            "cancel", Act.CANCELLED,
            "stop", Act.STOPPED,
            "resume", Act.RESUMED,
            "retry", Act.RETRIED);

    private final ImportStaging staging;
    private final ImportRuns runs;
    private final ErrorReport errors;

    ImportPages(ImportStaging staging, ImportRuns runs, ErrorReport errors) {
        this.staging = staging;
        this.runs = runs;
        this.errors = errors;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("runs", runs.latest(RUNS));
        return "exchange/index";
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam("source") String code,
            @RequestParam MultipartFile file,
            Authentication sender,
            Model model,
            HttpServletResponse response)
            throws IOException {
        ExchangeSource source =
                ExchangeSource.of(code).orElseThrow(() -> new ExchangeRefusal("Выберите, откуда файл, из списка."));
        Path copy = Files.createTempFile("cur-import-", ".file");
        try {
            file.transferTo(copy);
            long run = staging.stage(source, nameOf(file), file.getSize(), copy, sender.getName());
            return "redirect:" + ExchangeUploads.PATH + "/" + run;
        } catch (UnreadableFile refusal) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", "Файл «%s» не загружен. %s".formatted(nameOf(file), refusal.getMessage()));
            model.addAttribute("chosen", source);
            return list(model);
        } finally {
            Files.delete(copy);
        }
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename())
                .orElse("")
                .replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cs}]", "")
                .strip();
        String named = name.isEmpty() ? "без имени" : name;
        return named.length() > LONGEST_NAME ? named.substring(0, LONGEST_NAME) : named;
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable long id, Model model) {
        ImportRun run = runs.find(id);
        model.addAttribute("run", run);
        model.addAttribute("bad", runs.firstBad(id, ROWS));
        if (run.is(RunState.PREVIEW)) {
            model.addAttribute("rows", runs.preview(id, ROWS));
        }
        return "exchange/run";
    }

    @PostMapping("/imports/{id}/{act}")
    String decide(@PathVariable long id, @PathVariable String act, Authentication actor) {
        Act decision = Optional.ofNullable(ACTS.get(act))
                .orElseThrow(() -> new NothingThere("Проверьте адрес: в нём ошибка."));
        runs.decide(id, decision, actor.getName());
        return "redirect:" + ExchangeUploads.PATH + "/" + id;
    }

    @GetMapping("/imports/{id}/errors.xlsx")
    void errors(@PathVariable long id, Authentication reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ExchangeAccess.requireExchange(request);
        errors.send(runs.find(id), reader.getName(), response);
    }
}
