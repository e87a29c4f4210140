package ru.cur.channel.ok;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Exists only while comments are asked for, too, which Odnoklassniki permit one by one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty({"cur.channel.ok.access-token", "cur.channel.ok.comments.application-key"})
@interface OkCommentsConnected {}
