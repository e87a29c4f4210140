package ru.cur.channel.feed;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a visitor of «Лента» writes there, under any name. */
@Controller
@Profile("demo")
@RequestMapping("/demo/feed")
class VisitorController {
    private static final String BACK = "redirect:/demo/feed";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 4_000;

    private final PlayedNetwork network;

    VisitorController(PlayedNetwork network) {
        this.network = network;
    }

    @PostMapping("/comments")
    String comment(
            @RequestParam long post,
            @RequestParam(required = false) Long parent,
            @RequestParam String name,
            @RequestParam String text,
            HttpSession visitor,
            RedirectAttributes next) {
        return write(name, text, visitor, next, (who, said) -> {
            network.comment(post, parent, who, said);
            return "Комментарий опубликован";
        });
    }

    @PostMapping("/mentions")
    String mention(@RequestParam String name, @RequestParam String text, HttpSession visitor, RedirectAttributes next) {
        return write(name, text, visitor, next, (who, said) -> {
            network.mention(who, said);
            return "Публикация с упоминанием стоит на личной странице";
        });
    }

    @PostMapping("/messages")
    String message(@RequestParam String name, @RequestParam String text, HttpSession visitor, RedirectAttributes next) {
        return write(name, text, visitor, next, (who, said) -> {
            network.write(who, said);
            return "Личное сообщение отправлено";
        });
    }

    private static String write(
            String name,
            String text,
            HttpSession visitor,
            RedirectAttributes next,
            BiFunction<String, String, String> writing) {
        Optional<String> who = clean(name, LONGEST_NAME);
        Optional<String> said = clean(text, LONGEST_TEXT);
        if (who.isEmpty() || said.isEmpty()) {
            next.addFlashAttribute("problem", "Напишите имя и текст");
            return BACK;
        }
        visitor.setAttribute("visitorName", who.get());
        next.addFlashAttribute("done", writing.apply(who.get(), said.get()));
        return BACK;
    }

    private static Optional<String> clean(String typed, int longest) {
        String text = typed.replaceAll("[\\x00\\p{Cs}]", "").strip();
        return Optional.of(text.length() > longest ? text.substring(0, longest) : text)
                .filter(kept -> !kept.isEmpty());
    }

    @PostMapping("/comments/{id}/edit")
    String edit(@PathVariable long id, @RequestParam String text, RedirectAttributes next) {
        boolean changed =
                clean(text, LONGEST_TEXT).filter(said -> network.edit(id, said)).isPresent();
        return told(changed, "Комментарий изменён", next);
    }

    @PostMapping("/comments/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes next) {
        return told(network.setDeleted(id, true), "Комментарий удалён", next);
    }

    @PostMapping("/comments/{id}/restore")
    String restore(@PathVariable long id, RedirectAttributes next) {
        return told(network.setDeleted(id, false), "Комментарий восстановлен", next);
    }

    private static String told(boolean changed, String done, RedirectAttributes next) {
        next.addFlashAttribute(changed ? "done" : "problem", changed ? done : "Такого комментария нет");
        return BACK;
    }
}
