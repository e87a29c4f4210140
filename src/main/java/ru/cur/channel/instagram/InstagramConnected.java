package ru.cur.channel.instagram;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Exists only while somebody has switched Instagram on: its settings hold the secret of an application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty("cur.channel.instagram.app-secret")
@interface InstagramConnected {}
