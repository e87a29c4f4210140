package ru.cur.channel.feed;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.cur.channel.Channel;
import ru.cur.incident.attachment.CaseFiles;
import ru.cur.reply.ReplyRefused.Kind;

/** «Лента»: what an author sees in his network, and what the network does with a reply. */
@Controller
@Profile("demo")
class FeedController {
    private static final Map<String, String> TITLES =
            Arrays.stream(Channel.values()).collect(Collectors.toMap(Channel::code, Channel::title));

    private final FeedWall wall;
    private final Feed feed;
    private final CaseFiles files;
    private final FeedObstacles obstacles;

    FeedController(FeedWall wall, Feed feed, CaseFiles files, FeedObstacles obstacles) {
        this.wall = wall;
        this.feed = feed;
        this.files = files;
        this.obstacles = obstacles;
    }

    @GetMapping("/demo/feed")
    String show(@RequestParam(defaultValue = "") String text, Model model) {
        String words = text.strip().replace("\0", "");
        model.addAttribute("text", words);
        model.addAttribute("wall", wall.posts(words));
        model.addAttribute("dialogues", wall.dialogues());
        model.addAttribute("down", obstacles.isDown());
        model.addAttribute("posts", feed.newest(words));
        model.addAttribute("channels", TITLES);
        model.addAttribute("obstacles", obstacles.all());
        model.addAttribute("refusals", FeedVkMethods.playedRefusals());
        return "demo/feed";
    }

    /** A picture that has gone out with an answer in another network. */
    @GetMapping("/demo/feed/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable long id) {
        return files.sent(id)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(file.mediaType()))
                        .body(file.content().get()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A picture as the played network keeps it. */
    @GetMapping("/demo/feed/photos/{id}")
    ResponseEntity<Resource> photo(@PathVariable long id) {
        return wall.photo(id)
                .map(photo -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(photo.mediaType()))
                        .body(photo.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** What the network does from now on with a reply to a message. @param refusal empty: takes it */
    @PostMapping("/demo/feed")
    String play(
            @RequestParam String channel,
            @RequestParam String externalId,
            @RequestParam(required = false) Kind refusal) {
        obstacles.put(channel, externalId, refusal);
        return "redirect:/demo/feed";
    }

    /** Whether the network answers our program at all. */
    @PostMapping("/demo/feed/network")
    String playOutage(@RequestParam boolean down) {
        obstacles.setDown(down);
        return "redirect:/demo/feed";
    }
}
