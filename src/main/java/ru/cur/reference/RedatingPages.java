package ru.cur.reference;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import ru.cur.sla.clock.Redating;
import ru.cur.sla.clock.Redatings;

/** How far a re-dating is, and what it has moved. */
@ReferencePage
class RedatingPages {
    private static final int MOVES = 200;

    private final Redatings redatings;

    RedatingPages(Redatings redatings) {
        this.redatings = redatings;
    }

    @GetMapping("/directory/redatings/{id}")
    String show(@PathVariable long id, Model model) {
        Redating redating = redatings.find(id).orElseThrow(() -> new NothingThere("Такого пересчёта нет."));
        model.addAttribute("redating", redating);
        model.addAttribute("moves", redatings.moves(id, MOVES));
        return "directory/redating";
    }

    @PostMapping("/directory/redatings/{id}/pause")
    String pause(@PathVariable long id) {
        redatings.pause(id);
        return "redirect:/directory/redatings/" + id;
    }

    @PostMapping("/directory/redatings/{id}/resume")
    String resume(@PathVariable long id) {
        redatings.resume(id);
        return "redirect:/directory/redatings/" + id;
    }
}
