// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS with certificates of PEM files. */
public final class PemTls {
    private PemTls() {}

    /** A store in memory, without anything in it. */
    public static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /**
     * The certificates of a file, at least one.
     *
     * @throws IOException when it cannot be read or does not hold what it should; a sentence says which
     */
    public static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try {
            Collection<? extends Certificate> all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (!all.isEmpty()) {
                return all;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("there is a broken certificate in " + file, e);
        }
        throw new IOException("there is no certificate in " + file);
    }

    /**
     * Trusts whom the certificates of a file have signed, and nobody else.
     *
     * @throws IOException as of {@link #certificates}
     */
    public static TrustManager[] trust(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore trusted = emptyStore();
        for (Certificate authority : certificates(authorities)) {
            trusted.setCertificateEntry("authority-" + trusted.size(), authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }

    /** A client that shows no certificate. */
    public static SSLContext client(Path authorities) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], trust(authorities), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS with the certificates in " + authorities, e);
        }
    }
}
