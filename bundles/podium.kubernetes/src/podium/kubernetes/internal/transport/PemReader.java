// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.PlainFile;

/** Certificates and keys from PEM text (RFC 7468): PKCS#8, PKCS#1 (RSA) and SEC 1 (EC) keys. */
final class PemReader {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    /** AlgorithmIdentifier of RSA: 1.2.840.113549.1.1.1 with NULL parameters. */
    private static final byte[] RSA = {
        0x30, 0x0D, 0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /** Object identifier id-ecPublicKey: 1.2.840.10045.2.1. */
    private static final byte[] EC = {0x06, 0x07, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 0x02, 0x01};

    private PemReader() {}

    private record Block(String label, byte[] der) {}

    /** The certificates, in their order; at least one. */
    static List<X509Certificate> certificates(Pem pem) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks(pem)) {
                if (block.label.equals("CERTIFICATE") || block.label.equals("TRUSTED CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.der)));
                }
            }
        } catch (GeneralSecurityException e) {
            throw broken(pem, "holds a broken certificate");
        }
        if (certificates.isEmpty()) {
            throw broken(pem, "holds no certificate");
        }
        return certificates;
    }

    /** The private key. */
    static PrivateKey key(Pem pem) throws IOException {
        for (Block block : blocks(pem)) {
            switch (block.label) {
                case "PRIVATE KEY" -> {
                    return key(pem, block.der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(pem, pkcs8(RSA, block.der));
                }
                case "EC PRIVATE KEY" -> {
                    return key(pem, pkcs8(curve(pem, block.der), block.der));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw broken(pem, "is encrypted, and nobody can ask for its password");
                default -> {
                    // certificates and parameters beside the key
                }
            }
        }
        throw broken(pem, "holds no private key");
    }

    private static PrivateKey key(Pem pem, byte[] pkcs8) throws IOException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException e) {
                // not of this algorithm
            }
        }
        throw broken(pem, "holds a key that is neither RSA nor EC nor Ed25519");
    }

    private static List<Block> blocks(Pem pem) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(bytes(pem), StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            try {
                blocks.add(new Block(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
            } catch (IllegalArgumentException e) {
                throw broken(pem, "is not whole");
            }
        }
        return blocks;
    }

    private static byte[] bytes(Pem pem) throws IOException {
        return switch (pem) {
            case Pem.Inline inline -> inline.text();
            case Pem.InFile file -> {
                try {
                    yield PlainFile.read(file.path(), LARGEST);
                } catch (PlainFile.Refused e) {
                    throw broken(file, e.why());
                }
            }
        };
    }

    private static CredentialException broken(Pem pem, String what) {
        return new CredentialException(
                pem + " " + what + ".",
                "Correct it in the kubeconfig, or get a new kubeconfig from the cluster's owner.");
    }

    /** PrivateKeyInfo (RFC 5208) around a key: version 0, algorithm, octets. */
    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return der(0x30, join(new byte[] {2, 1, 0}, algorithm, der(4, key)));
    }

    /** AlgorithmIdentifier of an EC key: the curve lies in its context tag 0 (RFC 5915). */
    private static byte[] curve(Pem pem, byte[] key) throws IOException {
        for (int i = 0; i + 4 < key.length; i++) {
            if ((key[i] & 0xFF) == 0xA0 && key[i + 2] == 6 && i + 2 + key[i + 1] <= key.length && key[i + 1] > 2) {
                byte[] oid = Arrays.copyOfRange(key, i + 2, i + 2 + key[i + 1]);
                if (oid[1] == oid.length - 2) {
                    return der(0x30, join(EC, oid));
                }
            }
        }
        throw broken(pem, "does not name the curve of its key");
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 128) {
            out.write(length);
        } else if (length < 256) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
