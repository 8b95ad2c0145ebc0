// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.testkit.Data;

/** Keys and certificates as openssl writes them; the keys are made in each run. */
class PemReaderTest {
    private static Pem pem(String text) {
        return new Pem.Inline("client-key-data", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void keysOfEveryFormAreRead() throws IOException {
        assertEquals("RSA", PemReader.key(pem(KeyPems.pkcs1(KeyPems.rsa()))).getAlgorithm());
        assertEquals("RSA", PemReader.key(pem(KeyPems.pkcs8(KeyPems.rsa()))).getAlgorithm());
        assertEquals("EC", PemReader.key(pem(KeyPems.sec1(KeyPems.ec()))).getAlgorithm());
        assertEquals("EC", PemReader.key(pem(KeyPems.pkcs8(KeyPems.ec()))).getAlgorithm());
        assertEquals(
                "EdDSA", PemReader.key(pem(KeyPems.pkcs8(KeyPems.ed25519()))).getAlgorithm());
    }

    @Test
    void theTwoFormsOfAKeyAreOneKey() throws IOException {
        PrivateKey ec = KeyPems.ec();
        assertEquals(((ECPrivateKey) ec).getS(), ((ECPrivateKey) PemReader.key(pem(KeyPems.sec1(ec)))).getS());
        assertEquals(((ECPrivateKey) ec).getS(), ((ECPrivateKey) PemReader.key(pem(KeyPems.pkcs8(ec)))).getS());
        PrivateKey rsa = KeyPems.rsa();
        assertEquals(rsa, PemReader.key(pem(KeyPems.pkcs1(rsa))));
        assertEquals(rsa, PemReader.key(pem(KeyPems.pkcs8(rsa))));
    }

    @Test
    void aChainOfCertificatesIsReadInItsOrder() throws IOException {
        String certificate = Data.fixture(PemReaderTest.class, "certificate.pem");
        assertEquals(
                2,
                PemReader.certificates(pem("subject=x\n" + certificate + "\n" + certificate))
                        .size());
        assertTrue(PemReader.certificates(pem(certificate)).getFirst().getPublicKey() instanceof ECPublicKey);
    }

    @Test
    void anEncryptedKeyIsSaidToBeOne() {
        CredentialException e = assertThrows(
                CredentialException.class,
                () -> PemReader.key(pem(KeyPems.pem("ENCRYPTED PRIVATE KEY", new byte[64]))));
        assertTrue(String.valueOf(e.getMessage()).contains("encrypted"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        CredentialException e = assertThrows(
                CredentialException.class,
                () -> PemReader.certificates(new Pem.InFile("certificate-authority", Path.of("/no/such/ca.crt"))));
        assertTrue(String.valueOf(e.getMessage()).contains("/no/such/ca.crt"));
    }

    @Test
    void damagedTextIsRefusedInWords() {
        String key = KeyPems.sec1(KeyPems.ec());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (long seed = 0; seed < 1000; seed++) {
                Random random = new Random(seed);
                StringBuilder damaged = new StringBuilder(key);
                for (int i = random.nextInt(8); i >= 0; i--) {
                    damaged.setCharAt(random.nextInt(damaged.length()), (char) (32 + random.nextInt(95)));
                }
                try {
                    PemReader.key(pem(damaged.toString()));
                } catch (CredentialException e) {
                    assertTrue(String.valueOf(e.getMessage()).startsWith("client-key-data: "));
                }
            }
        });
    }
}
