package ru.cur.reference;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether its reader finds the reference pages in the menu. */
@ControllerAdvice
class ReferenceMenu {

    @ModelAttribute("readsDirectory")
    boolean readsDirectory(HttpServletRequest request) {
        return ReferenceAccess.reads(request);
    }
}
