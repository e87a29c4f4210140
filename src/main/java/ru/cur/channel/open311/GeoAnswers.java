package ru.cur.channel.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a program in its own format what is wrong with its request. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the general handler of problem details
@RestControllerAdvice(assignableTypes = {GeoReportController.class, GeoRequestsController.class})
@ConditionalOnBooleanProperty("cur.channel.open311.enabled")
class GeoAnswers {
    static final String OUR_FAULT = "Запрос не выполнен из-за ошибки программы. Повторите позже";

    private static final Logger log = LoggerFactory.getLogger(GeoAnswers.class);

    @ExceptionHandler
    ResponseEntity<byte[]> refused(GeoRefusal refusal, HttpServletRequest request) {
        Format format = Format.of(request);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(refusal.status()).contentType(format.mediaType());
        if (refusal.waiting() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(wholeSeconds(refusal.waiting())));
        }
        return answer.body(format.write(GeoDocument.errors(refusal.errors())));
    }

    /** The specification has 400 for every failure of ours, too. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception failure, HttpServletRequest request) {
        log.error("Open311 request failed: {} {}", request.getMethod(), request.getRequestURI(), failure);
        return refused(new GeoRefusal(GeoError.BAD, OUR_FAULT), request);
    }

    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
