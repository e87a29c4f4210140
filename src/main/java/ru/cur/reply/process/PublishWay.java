package ru.cur.reply.process;

import ru.cur.reply.ReplyWay;

/** What a person chooses for an author whose network has refused the answer. */
enum PublishWay {
    /** What stood in the way is gone, or the person has seen that nothing came through. */
    SAME_WAY(ReplyWay.REPLY),
    PRIVATE_MESSAGE(ReplyWay.PRIVATE_MESSAGE),
    OTHER_CHANNEL(ReplyWay.OTHER_CHANNEL),
    BY_HAND(ReplyWay.BY_HAND),
    BY_PHONE(ReplyWay.BY_PHONE);

    private final ReplyWay way;

    PublishWay(ReplyWay way) {
        this.way = way;
    }

    ReplyWay way() {
        return way;
    }
}
