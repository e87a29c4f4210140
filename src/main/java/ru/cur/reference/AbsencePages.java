package ru.cur.reference;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.cur.directory.AbsenceRefusal;
import ru.cur.directory.Absences;
import ru.cur.directory.Directory;
import ru.cur.directory.StaffMember;
import ru.cur.reference.AbsenceForm.BadAbsence;

/** Who is away and who stands in: a body reads of its own people, the CUR of everybody; some enter it. */
@Controller
@RequestMapping("/directory/absences")
class AbsencePages {
    private static final String BACK = "redirect:/directory/absences";

    private final Absences absences;
    private final AbsenceTable table;
    private final Directory directory;

    AbsencePages(Absences absences, AbsenceTable table, Directory directory) {
        this.absences = absences;
        this.table = table;
        this.directory = directory;
    }

    @GetMapping
    String show(Authentication caller, Model model) {
        return page(AbsenceEditor.of(caller), AbsenceForm.EMPTY, model);
    }

    @PostMapping
    String add(
            @ModelAttribute("typed") AbsenceForm form,
            Authentication caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        AbsenceEditor editor = AbsenceEditor.of(caller);
        try {
            String person = enter(form, editor);
            next.addFlashAttribute("done", "Отсутствие внесено: %s.".formatted(person));
            return BACK;
        } catch (BadAbsence | AbsenceRefusal bad) {
            model.addAttribute("problem", bad.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(editor, form, model);
        }
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, Authentication caller, RedirectAttributes next) {
        absences.find(id).ifPresent(absence -> {
            StaffMember person = directory.staffMember(absence.userId()).orElseThrow();
            require(AbsenceEditor.of(caller).mayEdit(person));
            absences.end(id);
            next.addFlashAttribute("done", "%s: отсутствие больше не действует.".formatted(person.fullName()));
        });
        return BACK;
    }

    private String enter(AbsenceForm form, AbsenceEditor editor) {
        StaffMember person = staffMember(form.person(), "Выберите сотрудника из списка.");
        require(editor.mayEdit(person));
        if (form.substituteOrNull() != null) {
            StaffMember substitute = staffMember(form.substitute(), "Замещающий не найден. Выберите его из списка.");
            if (!editor.mayAppoint(substitute)) {
                throw new BadAbsence("Замещать может только сотрудник вашей организации. "
                        + "Если нужен сотрудник другой, обратитесь к куратору ЦУР.");
            }
        }
        absences.add(
                person.userId(),
                form.substituteOrNull(),
                form.firstDay(),
                form.lastDay(),
                form.reason(),
                editor.login());
        return person.fullName();
    }

    private StaffMember staffMember(String login, String otherwise) {
        return directory.staffMember(String.valueOf(login)).orElseThrow(() -> new BadAbsence(otherwise));
    }

    private static void require(boolean right) {
        if (!right) {
            throw new AccessDeniedException("Отсутствие вносит руководитель органа, куратор или руководитель ЦУР.");
        }
    }

    private String page(AbsenceEditor reader, AbsenceForm form, Model model) {
        model.addAttribute("lines", table.lines(reader));
        model.addAttribute("choices", table.choices(reader));
        model.addAttribute("everybody", reader.seesEverybody());
        model.addAttribute("form", form);
        model.addAttribute("today", absences.today());
        return "directory/absences";
    }
}
