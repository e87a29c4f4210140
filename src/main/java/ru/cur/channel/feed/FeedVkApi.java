package ru.cur.channel.feed;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The methods of VKontakte that our connector calls, as the played network answers them. */
@RestController
@Hidden
@Profile("demo")
class FeedVkApi {
    private final FeedVkMethods methods;
    private final FeedObstacles obstacles;
    private final String token;
    private final String userToken;

    FeedVkApi(FeedVkMethods methods, FeedObstacles obstacles, Environment settings) {
        this.methods = methods;
        this.obstacles = obstacles;
        this.token = "Bearer " + settings.getProperty("cur.channel.vk.token");
        this.userToken = "Bearer " + settings.getProperty("cur.channel.vk.user-token");
    }

    @PostMapping("/demo/vk/method/{method}")
    ResponseEntity<Object> call(
            @PathVariable String method,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        if (obstacles.isDown()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        if (!authorization.equals(token) && !authorization.equals(userToken)) {
            throw new FeedVkError(5, "User authorization failed: invalid access_token");
        }
        return ResponseEntity.ok(Map.of("response", methods.call(method, new FeedParameters(parameters))));
    }

    @PostMapping("/demo/vk/upload")
    Object upload(@RequestParam MultipartFile photo) throws IOException {
        return Map.of("server", 1, "photo", methods.upload(photo), "hash", "demo");
    }

    @ExceptionHandler
    Object onError(FeedVkError error) {
        return Map.of("error", Map.of("error_code", error.code(), "error_msg", error.getMessage()));
    }
}
