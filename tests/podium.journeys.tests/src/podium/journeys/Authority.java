// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority for one run, and a certificate of it for webhooks on loopback. Kueue rotates a certificate that does not bear the name
 * of its service, and an authority that does not bear its own (cert-controller pkg/rotator, ValidCert), so both names are in them.
 *
 * @param authority PEM of the authority
 * @param authorityKey its key, PKCS#1
 * @param certificate PEM of the certificate
 * @param key its key, PKCS#1
 */
record Authority(String authority, String authorityKey, String certificate, String key) {
    private static final Duration LIFE = Duration.ofDays(365);

    static Authority create() throws GeneralSecurityException, IOException {
        KeyPair own = keys();
        KeyPair served = keys();
        X500Name name = new X500Name("CN=kueue-ca");
        try {
            JcaX509v3CertificateBuilder root = builder(name, name, own);
            root.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            root.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "kueue-ca")));
            JcaX509v3CertificateBuilder leaf = builder(name, new X500Name("CN=webhooks"), served);
            leaf.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            leaf.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.dNSName, "kueue-webhook-service.kueue-system.svc")
            }));
            return new Authority(signed(root, own), pem(own.getPrivate()), signed(leaf, own), pem(served.getPrivate()));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFE)),
                subject,
                keys.getPublic());
    }

    private static String signed(JcaX509v3CertificateBuilder builder, KeyPair by)
            throws OperatorCreationException, GeneralSecurityException, IOException {
        return pem(new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate()))));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    byte[] authorityBytes() {
        return authority.getBytes(StandardCharsets.US_ASCII);
    }
}
