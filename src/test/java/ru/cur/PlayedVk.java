package ru.cur;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** VKontakte as far as a crash needs it: it remembers comments by their guid, and gives the same answer to the same guid. */
final class PlayedVk implements AutoCloseable {
    private final AtomicInteger numbers = new AtomicInteger(900_000);
    private final Map<String, Integer> comments = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    PlayedVk() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/method/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/method";
    }

    /** Numbers of the comments that stand there, by guid. */
    Map<String, Integer> comments() {
        return Map.copyOf(comments);
    }

    /** Numbers of the comments that were answered. */
    Set<String> answered() {
        return Set.copyOf(answered);
    }

    private void answer(HttpExchange call) throws IOException {
        Map<String, String> parameters = parameters(call);
        String method = call.getRequestURI().getPath().replace("/method/", "");
        String response =
                switch (method) {
                    case "wall.createComment" -> "{\"comment_id\": " + comment(parameters) + "}";
                    case "users.get" ->
                        "[{\"id\": %s, \"first_name\": \"Анна\", \"last_name\": \"К.\"}]"
                                .formatted(parameters.get("user_ids"));
                    default -> "{\"items\": []}";
                };
        byte[] body = ("{\"response\": " + response + "}").getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        try (var out = call.getResponseBody()) {
            out.write(body);
        }
    }

    private int comment(Map<String, String> parameters) {
        answered.add(parameters.get("reply_to_comment"));
        return comments.computeIfAbsent(parameters.get("guid"), guid -> numbers.incrementAndGet());
    }

    private static Map<String, String> parameters(HttpExchange call) throws IOException {
        String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = new HashMap<>();
        Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }

    /** Somebody has written a comment. @param number of the event and of the comment */
    static String event(int number) {
        return """
                {"type":"wall_reply_new","event_id":"event-%1$d","v":"5.199","group_id":25,"secret":"demo-secret",
                 "object":{"id":%2$d,"from_id":%3$d,"post_id":77,"owner_id":-25,"post_owner_id":-25,"parents_stack":[],
                 "date":1732413600,"text":"Трава на улице Русской, дом %1$d","attachments":[]}}""".formatted(number, 5_000 + (number == 0 ? 0 : number + 10_000), 700_000 + number);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
