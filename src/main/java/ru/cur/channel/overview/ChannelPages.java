package ru.cur.channel.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.cur.channel.Channel;
import ru.cur.channel.inbox.Inbox;
import ru.cur.channel.inbox.StoredEvent;
import ru.cur.channel.network.Networks;
import ru.cur.channel.network.Troubles;
import ru.cur.incident.Incident;
import ru.cur.incident.IncidentAccess;
import ru.cur.incident.IncidentCards;
import ru.cur.platform.security.PersonalDataOpened;

/** «Каналы». */
@Controller
@RequestMapping("/channels")
class ChannelPages {
    private static final String BACK = "redirect:/channels";
    private static final int NEWEST = 30;

    private final ChannelStates states;
    private final Inbox inbox;
    private final Networks networks;
    private final Troubles troubles;
    private final IncidentCards cards;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    ChannelPages(
            ChannelStates states,
            Inbox inbox,
            Networks networks,
            Troubles troubles,
            IncidentCards cards,
            ApplicationEventPublisher events,
            ZoneId zone) {
        this.states = states;
        this.inbox = inbox;
        this.networks = networks;
        this.troubles = troubles;
        this.cards = cards;
        this.events = events;
        this.zone = zone;
    }

    /** Writes moments as people read them. */
    record Moments(ZoneId zone) {
        private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

        /** @param at null is a dash */
        public String moment(Instant at) {
            return at == null ? "–" : FORM.format(at.atZone(zone));
        }
    }

    @ModelAttribute("ru")
    Moments format() {
        return new Moments(zone);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("states", states.all());
        model.addAttribute("citizens", states.of(Channel.APP).connection() != null);
        model.addAttribute("failed", inbox.failed(NEWEST));
        model.addAttribute("troubles", troubles.latest(NEWEST));
        return "channels/index";
    }

    /** The network is called again at once, without waiting for its turn to be tried out. */
    @PostMapping("/{code}/retry")
    String retry(@PathVariable String code, RedirectAttributes next) {
        Channel channel = Channel.of(code).orElseThrow(NoSuchChannelThing::new);
        networks.tryAgain(channel);
        next.addFlashAttribute(
                "done", channel.title() + ": сеть снова пробуем, ответы уйдут в течение пяти минут, если она ответит.");
        return BACK;
    }

    @GetMapping("/events/{id}")
    String open(@PathVariable long id, HttpServletRequest request, Authentication reader, Model model) {
        StoredEvent event = inbox.find(id)
                .filter(found -> found.isFailed() || isReadable(id, reader))
                .orElseThrow(NoSuchChannelThing::new);
        events.publishEvent(new PersonalDataOpened(
                reader.getName(),
                "событие %d канала %s".formatted(id, event.channel().code()),
                request.getRemoteAddr()));
        model.addAttribute("event", event);
        return "channels/event";
    }

    /** A restricted case is as closed here as everywhere. */
    private boolean isReadable(long id, Authentication reader) {
        List<Incident> cases = cards.broughtBy(id);
        return !cases.isEmpty() && cases.stream().allMatch(incident -> IncidentAccess.mayRead(reader, incident));
    }

    @PostMapping("/events/{id}/again")
    String again(@PathVariable long id, RedirectAttributes next) {
        boolean again = inbox.again(id);
        next.addFlashAttribute(
                again ? "done" : "problem",
                again
                        ? "Событие %d обрабатываем ещё раз.".formatted(id)
                        : "Событие %d уже обработано или обрабатывается.".formatted(id));
        return BACK;
    }

    /** The address names nothing. */
    private static final class NoSuchChannelThing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ExceptionHandler({NoSuchChannelThing.class, MethodArgumentTypeMismatchException.class})
    ModelAndView onNothing() {
        return problem(HttpStatus.NOT_FOUND, "Такой страницы нет", "Проверьте адрес: в нём ошибка.");
    }

    @ExceptionHandler
    ModelAndView onDenied(AccessDeniedException denied) {
        return problem(HttpStatus.FORBIDDEN, "Нет доступа", denied.getMessage());
    }

    private static ModelAndView problem(HttpStatus status, String title, String sentence) {
        ModelAndView page = new ModelAndView("channels/problem", status);
        page.addObject("title", title);
        page.addObject("problem", sentence);
        return page;
    }
}
