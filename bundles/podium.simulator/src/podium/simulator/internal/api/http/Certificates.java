// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority and a server certificate for loopback, made afresh and kept in memory only. */
public final class Certificates {

    private static final Duration VALID = Duration.ofDays(30);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int SESSIONS = 256;

    private final X509Certificate authority;
    private final SSLContext context;

    private Certificates(X509Certificate authority, SSLContext context) {
        this.authority = authority;
        this.context = context;
    }

    /** Makes both; the server certificate names 127.0.0.1, ::1 and localhost. */
    public static Certificates create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair authorityKey = generator.generateKeyPair();
            X500Name issuer = new X500Name("CN=podium-simulator-ca");
            X509v3CertificateBuilder authorityForm = form(issuer, issuer, authorityKey)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            X509Certificate authority = sign(authorityForm, authorityKey.getPrivate());
            KeyPair serverKey = generator.generateKeyPair();
            X509v3CertificateBuilder serverForm = form(issuer, new X500Name("CN=kube-apiserver"), serverKey)
                    .addExtension(Extension.subjectAlternativeName, false, names())
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            X509Certificate server = sign(serverForm, authorityKey.getPrivate());
            return new Certificates(authority, context(serverKey.getPrivate(), server, authority));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    /** The authority's certificate as PEM, for a kubeconfig. */
    public String authorityPem() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(authority);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a certificate", e);
        }
        return text.toString();
    }

    /** Makes the server's side of TLS connections. */
    public SSLContext context() {
        return context;
    }

    private static X509v3CertificateBuilder form(X500Name issuer, X500Name subject, KeyPair key) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(96, new SecureRandom()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(VALID)),
                subject,
                key.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder form, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(form.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static GeneralNames names() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1"),
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, "kubernetes.default.svc")
        });
    }

    private static SSLContext context(PrivateKey key, X509Certificate server, X509Certificate authority)
            throws GeneralSecurityException, IOException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("server", key, none, new Certificate[] {server, authority});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, none);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        // the JDK keeps 20,480 of them for a day
        context.getServerSessionContext().setSessionCacheSize(SESSIONS);
        context.getServerSessionContext().setSessionTimeout((int) REMEMBERED.toSeconds());
        return context;
    }
}
