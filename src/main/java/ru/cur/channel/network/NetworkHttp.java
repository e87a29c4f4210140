package ru.cur.channel.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** HTTP as the connectors speak it: with limits on waiting, and with failures told apart. */
public final class NetworkHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(5);

    private NetworkHttp() {}

    /**
     * @param base address that paths follow
     * @param proxy of the way out, {@code http://host:port}; null for none
     * @param trusted whose certificates are believed; null for those of the JVM
     */
    public static RestClient.Builder client(URI base, URI proxy, SSLContext trusted) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        Optional.ofNullable(proxy)
                .ifPresent(way ->
                        http.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(way.getHost(), way.getPort()))));
        Optional.ofNullable(trusted).ifPresent(http::sslContext);
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http.build());
        requests.setReadTimeout(READ);
        return RestClient.builder().baseUrl(base).requestFactory(requests);
    }

    /**
     * Makes a call and tells its failures apart. Answers with a status from 400 to 499 but 429 pass as they are.
     *
     * @throws NetworkFailure when there is no answer, or none that a working network gives
     * @throws NetworkPause when the network says that there are too many calls
     */
    public static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException refused) {
            HttpStatusCode status = refused.getStatusCode();
            if (status.value() == 429) {
                throw new NetworkPause("HTTP 429", pauseOf(refused));
            }
            if (status.is5xxServerError()) {
                throw new NetworkFailure("HTTP " + status.value(), false, null);
            }
            throw refused;
        } catch (ResourceAccessException unreachable) {
            throw new NetworkFailure(what(unreachable), isUntouched(unreachable.getCause()), unreachable);
        } catch (RestClientException unreadable) {
            throw new NetworkFailure("The answer can't be read", false, unreadable);
        }
    }

    private static Duration pauseOf(RestClientResponseException refused) {
        try {
            return Optional.ofNullable(refused.getResponseHeaders())
                    .map(headers -> headers.getFirst(HttpHeaders.RETRY_AFTER))
                    .map(Long::valueOf)
                    .map(Duration::ofSeconds)
                    .orElse(UNNAMED_PAUSE);
        } catch (NumberFormatException aDate) {
            return UNNAMED_PAUSE;
        }
    }

    /** Messages of the client hold the address, which may hold a secret. */
    private static String what(ResourceAccessException unreachable) {
        Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
        return cause.getClass().getSimpleName();
    }

    private static boolean isUntouched(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException
                || (cause instanceof IOException && cause.getCause() instanceof ConnectException);
    }
}
