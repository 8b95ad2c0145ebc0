// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.UserEntry;
import podium.kubernetes.internal.credential.CredentialException;
import podium.kubernetes.internal.credential.PemReader;
import podium.kubernetes.texts.Texts;

/**
 * TLS of one cluster. A cluster with an authority of its own trusts that one only: fabric8's helper adds it to the JVM's
 * authorities, so that any public one could vouch for a private cluster.
 */
final class Tls {
    private static final int SESSIONS = 64;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final char[] NO_PASSWORD = new char[0];

    private Tls() {}

    /** Reads the files the kubeconfig names: call it after the operator agreed. */
    static SSLContext context(ClusterEntry cluster, Optional<UserEntry.Certificate> certificate) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(certificate), new TrustManager[] {trust(cluster)}, null);
            // the JDK keeps 20,480 of them for a day, one and more of each connection that ever was
            context.getClientSessionContext().setSessionCacheSize(SESSIONS);
            context.getClientSessionContext().setSessionTimeout((int) REMEMBERED.toSeconds());
            return cluster.tlsServerName().isEmpty() ? context : ServerNameContext.of(context, cluster.tlsServerName());
        } catch (GeneralSecurityException e) {
            throw new CredentialException(
                    Texts.of("Tls.theCertificatesOfCluster", cluster.name(), e.getMessage()),
                    Texts.of("Tls.getANewKubeconfig"));
        }
    }

    /**
     * For a proxy that is spoken to over TLS. Go's programs take the authority of the cluster for it too, and client-go sets no
     * other (net/http, transport.go: dialConn); one that this computer knows is taken besides. What passes through is encrypted
     * for the server whoever the proxy is.
     */
    static SSLContext proxy(ClusterEntry cluster) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new TrustManager[] {
                        cluster.insecure() ? new BlindTrust() : strict(withUsual(authority(cluster.authority())))
                    },
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new CredentialException(
                    Texts.of("Tls.theAuthorityOfCluster", cluster.name(), e.getMessage()),
                    Texts.of("Tls.getANewKubeconfig"));
        }
    }

    private static @Nullable KeyStore withUsual(@Nullable KeyStore authorities) throws GeneralSecurityException {
        if (authorities != null) {
            int number = 0;
            for (X509Certificate usual : strict(null).getAcceptedIssuers()) {
                authorities.setCertificateEntry("usual-" + number++, usual);
            }
        }
        return authorities;
    }

    private static X509ExtendedTrustManager trust(ClusterEntry cluster) throws GeneralSecurityException, IOException {
        if (cluster.insecure()) {
            return new BlindTrust();
        }
        X509ExtendedTrustManager strict = strict(authority(cluster.authority()));
        return cluster.tlsServerName().isEmpty() ? strict : new NamedTrust(strict, cluster.tlsServerName());
    }

    private static @Nullable KeyStore authority(Optional<Pem> pem) throws GeneralSecurityException, IOException {
        if (pem.isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        for (X509Certificate certificate : PemReader.certificates(pem.get())) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }

    private static X509ExtendedTrustManager strict(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this JVM has no PKIX trust manager");
    }

    private static KeyManager @Nullable [] keys(Optional<UserEntry.Certificate> certificate)
            throws GeneralSecurityException, IOException {
        if (certificate.isEmpty()) {
            return null;
        }
        List<X509Certificate> chain = PemReader.certificates(certificate.get().chain());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "client", PemReader.key(certificate.get().key()), NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }
}
