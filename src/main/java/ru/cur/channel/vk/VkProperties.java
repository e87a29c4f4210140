package ru.cur.channel.vk;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The community through which the government speaks. Without its number the channel is off.
 *
 * @param groupId number of the community, without a sign
 * @param token of the community, with the rights to its wall, messages and photos
 * @param secret that VKontakte puts into every event, as entered in the community's settings
 * @param confirmation what VKontakte wants to hear when it makes sure of our address
 * @param userToken of an administrator of the community: only with it mentions are found and pictures go out with comments; may be
 *     missing
 * @param apiUrl where the methods are; a path means this very program, as in the demo
 * @param callsPerSecond that VKontakte allows
 * @param mentionsEvery how often mentions are asked for
 */
@Validated
@VkConnected
@ConfigurationProperties("cur.channel.vk")
record VkProperties(
        @Positive long groupId,
        @NotBlank String token,
        @NotBlank String secret,
        @NotBlank String confirmation,
        String userToken,
        @NotNull @DefaultValue("https://api.vk.com/method") URI apiUrl,
        @Positive @DefaultValue("20") double callsPerSecond,
        @NotNull @DefaultValue("2m") Duration mentionsEvery) {

    boolean actsAsUser() {
        return userToken != null && !userToken.isBlank();
    }
}
