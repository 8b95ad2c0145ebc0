// SPDX-License-Identifier: Apache-2.0
package podium.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import podium.core.file.PlainFiles;
import podium.core.pem.PemText;
import podium.sources.texts.Texts;

/** TLS with certificates of PEM files. */
public final class PemTls {
    private static final int LARGEST = 4 << 20;

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
    public static List<X509Certificate> certificates(Path file) throws IOException {
        byte[] text = PlainFiles.read(file, LARGEST);
        try {
            return PemText.certificates(text);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The private key of a file.
     *
     * @throws IOException as of {@link #certificates}
     */
    public static PrivateKey key(Path file) throws IOException {
        byte[] text = PlainFiles.read(file, LARGEST);
        try {
            return PemText.key(text);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage());
        }
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
            throw new IOException(Texts.of("PemTls.noTlsWithThe", authorities), e);
        }
    }
}
