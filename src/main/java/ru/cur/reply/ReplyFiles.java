package ru.cur.reply;

import java.util.List;

/** Which files go out with the answers of a case. Without a bean of this type answers are texts only. */
public interface ReplyFiles {

    /** In the order in which they are shown; free of what may not be published. */
    List<ReplyFile> of(String number);
}
