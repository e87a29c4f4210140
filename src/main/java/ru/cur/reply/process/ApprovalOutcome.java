package ru.cur.reply.process;

/** What a curator does with a draft. */
enum ApprovalOutcome {
    APPROVE,
    RETURN
}
