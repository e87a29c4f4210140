package ru.cur.channel.overview;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether its reader finds «Каналы» in the menu, and whether he opens raw events. */
@ControllerAdvice
class ChannelMenu {

    @ModelAttribute("readsChannels")
    boolean readsChannels(HttpServletRequest request) {
        return ChannelAccess.reads(request);
    }

    @ModelAttribute("opensEvents")
    boolean opensEvents(HttpServletRequest request) {
        return ChannelAccess.works(request);
    }
}
