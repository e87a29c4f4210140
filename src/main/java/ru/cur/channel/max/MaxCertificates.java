package ru.cur.channel.max;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Believes certificates of a file beside those of the JVM: pictures are taken by hosts with ordinary ones. */
final class MaxCertificates {

    private MaxCertificates() {}

    /** @param pem null believes those of the JVM only, and is null again @throws IllegalStateException when it can't be read */
    static SSLContext with(Path pem) {
        if (pem == null) {
            return null;
        }
        try (InputStream file = Files.newInputStream(pem)) {
            List<Certificate> believed =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(file));
            if (believed.isEmpty()) {
                throw new IllegalStateException("cur.channel.max.certificates holds no certificate: " + pem);
            }
            managers(null).forEach(manager -> believed.addAll(List.of(manager.getAcceptedIssuers())));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store(believed)).toArray(X509TrustManager[]::new), null);
            return context;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("cur.channel.max.certificates can't be read: " + pem, unreadable);
        }
    }

    private static KeyStore store(List<Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(
                    "c" + store.size() + ((X509Certificate) certificate).getSerialNumber(), certificate);
        }
        return store;
    }

    private static Stream<X509TrustManager> managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers()).map(X509TrustManager.class::cast);
    }
}
