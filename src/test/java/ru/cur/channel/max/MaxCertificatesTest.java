package ru.cur.channel.max;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.cur.channel.network.TestLines;
import ru.cur.reply.ReplyNotOut;

/** MAX is known by certificates of the ministry, which no JVM brings along. */
class MaxCertificatesTest {
    private final TestLines lines = TestLines.fresh();

    @TempDir
    private Path folder;

    @Test
    void aNetworkIsBelievedByTheCertificatesOfAFile() throws IOException, InterruptedException {
        Path store = folder.resolve("network.p12");
        Path pem = folder.resolve("authority.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "n",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                store);
        keytool("-exportcert", "-rfc", "-alias", "n", "-file", pem, store);
        WireMockServer network = new WireMockServer(WireMockConfiguration.options()
                .dynamicHttpsPort()
                .keystorePath(store.toString())
                .keystorePassword("secret")
                .keyManagerPassword("secret")
                .keystoreType("PKCS12"));
        network.start();
        try {
            network.stubFor(get(urlEqualTo("/subscriptions")).willReturn(okJson("{\"subscriptions\":[]}")));
            String address = "https://localhost:" + network.httpsPort();
            assertThat(api(address, pem).subscriptions().has("subscriptions")).isTrue();
            assertThatThrownBy(() -> api(address, null).subscriptions()).isInstanceOf(ReplyNotOut.class);
        } finally {
            network.stop();
        }
    }

    @Test
    void aFileWithoutCertificatesIsRefusedAtTheStart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path words = Files.writeString(folder.resolve("words.pem"), "-----BEGIN CERTIFICATE-----\nnone\n");
        assertThat(List.of(empty, words, folder.resolve("missing.pem")))
                .allSatisfy(file -> assertThatThrownBy(() -> MaxCertificates.with(file))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("cur.channel.max.certificates")
                        .hasMessageContaining(file.toString()));
    }

    private MaxApi api(String address, Path certificates) {
        return new MaxApi(
                MaxTestSettings.with(address, "https://cur.example/x", certificates),
                lines.networks(),
                lines.troubles());
    }

    /** The last argument is the key store. */
    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (int i = 0; i < arguments.length - 1; i++) {
            command.add(arguments[i].toString());
        }
        command.addAll(List.of("-storepass", "secret", "-storetype", "PKCS12", "-keystore"));
        command.add(arguments[arguments.length - 1].toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
