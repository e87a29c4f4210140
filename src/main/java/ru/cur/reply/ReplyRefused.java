package ru.cur.reply;

/** The network has refused an answer for good: trying again would change nothing, a person must find another way. */
public final class ReplyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** @param details what the network has said, for the person who looks for another way; null when it said nothing */
    public ReplyRefused(Kind kind, String details) {
        super(details == null ? kind.title() : kind.title() + " (" + details + ")");
        this.kind = kind;
    }

    public ReplyRefused(Kind kind) {
        this(kind, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Why; the title is what people read. */
    public enum Kind {
        MESSAGE_DELETED("сообщение автора удалено"),
        COMMENTS_CLOSED("комментарии закрыты"),
        AUTHOR_BLOCKED("автор заблокирован или закрыл доступ"),
        PRIVATE_MESSAGES_CLOSED("автор не принимает личные сообщения"),
        NO_CHANNEL("программа не отвечает в этом канале"),
        TEXT_TOO_LONG("текст длиннее, чем принимает сеть"),
        LINKS_FORBIDDEN("сеть не принимает ссылки в ответах"),
        NETWORK_REFUSED("сеть отказала"),
        OUTCOME_UNKNOWN("связь прервалась, и неизвестно, опубликован ли ответ: проверьте в сети");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
