/** The doors to the outside: one sub-package per network or interface, inbound and outbound. */
@ApplicationModule(displayName = "Каналы")
package ru.cur.channel;

import org.springframework.modulith.ApplicationModule;
