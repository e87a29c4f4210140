package ru.cur.channel.vk;

import ru.cur.reply.ReplyRefused;
import ru.cur.reply.ReplyRefused.Kind;

/** What an error of VKontakte means for an answer that was refused. Codes are those of its API schema 5.199. */
final class VkRefusals {

    private VkRefusals() {}

    static ReplyRefused of(VkRefusal refusal) {
        return new ReplyRefused(kind(refusal.code()), "ВКонтакте, код " + refusal.getMessage());
    }

    private static Kind kind(int code) {
        return switch (code) {
            // Comments and replies are not allowed there, or there are too many of them.
            case 203, 210, 211, 212, 213, 223 -> Kind.COMMENTS_CLOSED;
            // The person is deleted, has a private profile, or is on the community's list.
            case 18, 30, 900 -> Kind.AUTHOR_BLOCKED;
            // A parameter names nothing: the comment or the post is gone.
            case 100, 104 -> Kind.MESSAGE_DELETED;
            case 222 -> Kind.LINKS_FORBIDDEN;
            case 901, 902 -> Kind.PRIVATE_MESSAGES_CLOSED;
            case 914 -> Kind.TEXT_TOO_LONG;
            default -> Kind.NETWORK_REFUSED;
        };
    }
}
