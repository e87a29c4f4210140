package ru.cur.platform.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriUtils;

/**
 * Where people reach the program.
 *
 * @param baseUrl as they type it into a browser; it may have a path
 */
@Validated
@ConfigurationProperties("cur")
public record ProgramAddress(
        @NotNull @DefaultValue("http://localhost:8080") URI baseUrl) {

    /** @throws IllegalArgumentException for an address that does not begin with http or https and a host */
    public ProgramAddress {
        if (baseUrl != null
                && (baseUrl.getHost() == null
                        || !String.valueOf(baseUrl.getScheme()).matches("https?"))) {
            throw new IllegalArgumentException("cur.base-url is no address of a site: " + baseUrl);
        }
    }

    /**
     * An address that works in a letter, too.
     *
     * @param path begins with a slash; letters of a number are encoded, as programs for mail end a link at the first foreign one
     */
    public String linkTo(String path) {
        return StringUtils.trimTrailingCharacter(baseUrl.toString(), '/')
                + UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }
}
