package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.cur.directory.Directory;
import ru.cur.reply.AnswerRefusal;
import ru.cur.reply.ReplyTemplate;
import ru.cur.reply.ReplyTemplates;

/** Templates of answers: curators and analysts write them, as does the administrator. */
@ReferencePage
@RequestMapping("/directory/templates")
class TemplatePages {
    private static final String BACK = "redirect:/directory/templates";

    private final ReplyTemplates templates;
    private final Directory directory;

    TemplatePages(ReplyTemplates templates, Directory directory) {
        this.templates = templates;
        this.directory = directory;
    }

    /** What the page does with a filled-in form. */
    private interface Act {
        void on(TemplateForm form);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("templates", templates.all());
        model.addAttribute("categories", directory.categories());
        return "directory/templates";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(null, TemplateForm.EMPTY, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("typed") TemplateForm form,
            Authentication editor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Act act = typed -> templates.add(typed.categoryOrNull(), typed.title(), typed.parts(), editor.getName());
        return write(null, form, act, "Шаблон добавлен: ", model, response, next);
    }

    @GetMapping("/{id}")
    String open(@PathVariable long id, Model model) {
        return form(id, TemplateForm.of(find(id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("typed") TemplateForm form,
            Authentication editor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        long known = find(id).id();
        Act act = typed ->
                templates.change(known, typed.categoryOrNull(), typed.title(), typed.parts(), editor.getName());
        return write(id, form, act, "Шаблон изменён: ", model, response, next);
    }

    @PostMapping("/{id}/retire")
    String retire(@PathVariable long id, Authentication editor, RedirectAttributes next) {
        ReplyTemplate template = find(id);
        templates.retire(id, editor.getName());
        next.addFlashAttribute("done", "Шаблон больше не предлагается: " + template.title());
        return BACK;
    }

    @PostMapping("/{id}/restore")
    String restore(@PathVariable long id, Authentication editor, RedirectAttributes next) {
        ReplyTemplate template = find(id);
        try {
            templates.restore(id, editor.getName());
            next.addFlashAttribute("done", "Шаблон снова предлагается: " + template.title());
        } catch (AnswerRefusal taken) {
            next.addFlashAttribute("problem", taken.getMessage());
        }
        return BACK;
    }

    private String write(
            Long id,
            TemplateForm form,
            Act act,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            requireCategory(form.categoryOrNull());
            act.on(form);
            next.addFlashAttribute("done", done + form.title().strip());
            return BACK;
        } catch (AnswerRefusal refusal) {
            model.addAttribute("problem", refusal.getMessage());
        } catch (NothingThere unknown) {
            model.addAttribute("problem", unknown.getMessage());
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return form(id, form, model);
    }

    private void requireCategory(String code) {
        if (code != null && directory.category(code).isEmpty()) {
            throw new NothingThere("Темы %s нет в справочнике, выберите её из списка".formatted(code));
        }
    }

    private ReplyTemplate find(long id) {
        return templates.find(id).orElseThrow(() -> new NothingThere("Шаблона с таким номером нет."));
    }

    private String form(Long id, TemplateForm form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("categories", directory.categories());
        return "directory/template";
    }
}
