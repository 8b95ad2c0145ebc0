// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Private keys made for one run of the tests, as PEM in the forms that openssl writes. */
final class KeyPems {
    private static final int SEQUENCE = 0x30;
    /** Context tag 0 with the object identifier of P-256 (RFC 5915). */
    private static final byte[] P256 = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    private KeyPems() {}

    static PrivateKey rsa() {
        return generate("RSA");
    }

    static PrivateKey ed25519() {
        return generate("Ed25519");
    }

    /** A key on P-256. */
    static PrivateKey ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code BEGIN PRIVATE KEY}. */
    static String pkcs8(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** {@code BEGIN RSA PRIVATE KEY}. */
    static String pkcs1(PrivateKey rsa) {
        return pem("RSA PRIVATE KEY", inner(rsa));
    }

    /** {@code BEGIN EC PRIVATE KEY} with the curve named in it. */
    static String sec1(PrivateKey ec) {
        byte[] inner = inner(ec);
        int versionAndKey = 3 + 2 + inner[6];
        byte[] content = Arrays.copyOfRange(inner, 2, 2 + versionAndKey);
        byte[] der = new byte[2 + content.length + P256.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (content.length + P256.length);
        System.arraycopy(content, 0, der, 2, content.length);
        System.arraycopy(P256, 0, der, 2 + content.length, P256.length);
        return pem("EC PRIVATE KEY", der);
    }

    static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    private static PrivateKey generate(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The octets of a PrivateKeyInfo (RFC 5208): after version and algorithm. */
    private static byte[] inner(PrivateKey key) {
        byte[] der = key.getEncoded();
        int version = content(der, 0);
        int algorithm = end(der, version);
        int octets = end(der, algorithm);
        return Arrays.copyOfRange(der, content(der, octets), end(der, octets));
    }

    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return at + 2 + (length < 0x80 ? 0 : length - 0x80);
    }

    private static int end(byte[] der, int at) {
        int content = content(der, at);
        int length = der[at + 1] & 0xFF;
        if (length >= 0x80) {
            length = 0;
            for (int i = at + 2; i < content; i++) {
                length = length << 8 | der[i] & 0xFF;
            }
        }
        return content + length;
    }
}
