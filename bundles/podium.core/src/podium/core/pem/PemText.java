// SPDX-License-Identifier: Apache-2.0
package podium.core.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import podium.core.texts.Texts;

/**
 * Certificates and keys from PEM text (RFC 7468), read by BouncyCastle: PKCS#8, PKCS#1 (RSA) and SEC 1 (EC) keys. What is wrong
 * is told in the message of an {@link IOException}: a sentence without its full stop and without any of the text. Any
 * thread.
 */
public final class PemText {
    private PemText() {}

    /**
     * The certificates, in their order; at least one.
     *
     * @throws IOException when there is none, or a broken one
     */
    public static List<X509Certificate> certificates(byte[] text) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemObject block : blocks(text)) {
                if (block.getType().equals("CERTIFICATE") || block.getType().equals("TRUSTED CERTIFICATE")) {
                    certificates.add((X509Certificate)
                            factory.generateCertificate(new ByteArrayInputStream(block.getContent())));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(Texts.of("PemText.holdsABrokenCertificate"), e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(Texts.of("PemText.holdsNoCertificate"));
        }
        return certificates;
    }

    /**
     * The first private key.
     *
     * @throws IOException when there is none, or it is broken, encrypted or of a kind that no Java reads
     */
    public static PrivateKey key(byte[] text) throws IOException {
        for (PemObject block : blocks(text)) {
            byte[] content = block.getContent();
            switch (block.getType()) {
                case "PRIVATE KEY" -> {
                    return key(() -> PrivateKeyInfo.getInstance(content));
                }
                case "RSA PRIVATE KEY" -> {
                    AlgorithmIdentifier rsa =
                            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
                    return key(() -> new PrivateKeyInfo(rsa, RSAPrivateKey.getInstance(content)));
                }
                case "EC PRIVATE KEY" -> {
                    return key(() -> elliptic(ECPrivateKey.getInstance(content)));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw new IOException(Texts.of("PemText.isEncryptedAndPodium"));
                default -> {
                    // certificates and parameters beside the key
                }
            }
        }
        throw new IOException(Texts.of("PemText.holdsNoPrivateKey"));
    }

    private interface Source {
        PrivateKeyInfo read() throws IOException;
    }

    private static PrivateKeyInfo elliptic(ECPrivateKey key) throws IOException {
        ASN1Encodable curve = key.getParametersObject();
        if (curve == null) {
            throw new IOException(Texts.of("PemText.doesNotNameThe"));
        }
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key);
    }

    private static PrivateKey key(Source source) throws IOException {
        try {
            PrivateKeyInfo key = source.read();
            return KeyFactory.getInstance(
                            key.getPrivateKeyAlgorithm().getAlgorithm().getId())
                    .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (GeneralSecurityException | RuntimeException e) {
            // what is no ASN.1 ends in several of them
            throw new IOException(Texts.of("PemText.holdsAKeyThat"));
        }
    }

    private static List<PemObject> blocks(byte[] text) throws IOException {
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(new String(text, StandardCharsets.ISO_8859_1)))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException(Texts.of("PemText.isNotWhole"));
        }
        return blocks;
    }
}
