package ru.cur.channel.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.cur.reply.ReplyFile;

/** Sends the pictures of an answer below its words, ten at a time. */
class TelegramPictures {
    private static final int ALBUM = 10;
    private static final long LARGEST_PHOTO = 10_000_000;
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png");

    private final TelegramApi api;

    TelegramPictures(TelegramApi api) {
        this.api = api;
    }

    /** @param isPhoto whether Telegram shows it in the chat; others go as documents, and an album has one kind only */
    private record Picture(ByteArrayResource content, boolean isPhoto) {}

    /** @param answer the message of ours that they belong to @throws TelegramRefusal when Telegram does not take them */
    void send(List<ReplyFile> files, TelegramPlace answer) {
        List<Picture> pictures = files.stream().map(TelegramPictures::read).toList();
        boolean photos = pictures.stream().allMatch(Picture::isPhoto);
        for (int from = 0; from < pictures.size(); from += ALBUM) {
            send(
                    pictures.subList(from, Math.min(from + ALBUM, pictures.size())),
                    photos ? "photo" : "document",
                    answer);
        }
    }

    private void send(List<Picture> pictures, String kind, TelegramPlace answer) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("chat_id", answer.chatId());
        parts.add("reply_parameters", Map.of("message_id", answer.messageId(), "allow_sending_without_reply", true));
        if (pictures.size() == 1) {
            parts.add(kind, pictures.get(0).content());
            String method = kind.equals("photo") ? "sendPhoto" : "sendDocument";
            api.upload(method, parts, TelegramPlace.laneOf(answer.chatId()));
            return;
        }
        List<Map<String, String>> media = new ArrayList<>();
        for (Picture picture : pictures) {
            String part = "file" + media.size();
            media.add(Map.of("type", kind, "media", "attach://" + part));
            parts.add(part, picture.content());
        }
        parts.add("media", media);
        api.upload("sendMediaGroup", parts, TelegramPlace.laneOf(answer.chatId()));
    }

    private static Picture read(ReplyFile file) {
        try (InputStream content = file.content().get()) {
            byte[] bytes = content.readAllBytes();
            return new Picture(
                    new NamedBytes(bytes, file.name()),
                    bytes.length <= LARGEST_PHOTO && PHOTOS.contains(file.mediaType()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of a form that is a file. */
    private static final class NamedBytes extends ByteArrayResource {
        private final String name;

        NamedBytes(byte[] content, String name) {
            super(content);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }
    }
}
