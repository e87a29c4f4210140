/** «Лента»: the social network that the demo plays, and what authors see in the other networks. */
@NamedInterface("feed")
package ru.cur.channel.feed;

import org.springframework.modulith.NamedInterface;
