package ru.cur.platform.security;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The token of the session for scripts that have no form of ours to take it from: those in Tasklist. Other sites can't read
 * the answer, and without the session it is worth nothing.
 */
@RestController
@Hidden
class CsrfTokens {

    /** @param header the name of the header that must carry the token */
    record Token(String header, String token) {}

    @GetMapping("/api/csrf")
    ResponseEntity<Token> token(CsrfToken token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Token(token.getHeaderName(), token.getToken()));
    }
}
