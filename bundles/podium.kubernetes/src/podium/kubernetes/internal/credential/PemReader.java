// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import podium.core.pem.PemText;
import podium.kubernetes.internal.config.Pem;
import podium.kubernetes.internal.config.RegularFile;
import podium.kubernetes.texts.Texts;

/** Certificates and keys that a kubeconfig holds or names. What is wrong is said with the field and the file. */
public final class PemReader {
    private static final int LARGEST = 4 * 1024 * 1024;

    private PemReader() {}

    private interface Reading<T> {
        T of(byte[] text) throws IOException;
    }

    /** The certificates, in their order; at least one. */
    public static List<X509Certificate> certificates(Pem pem) throws IOException {
        return read(pem, PemText::certificates);
    }

    /** The private key. */
    public static PrivateKey key(Pem pem) throws IOException {
        return read(pem, PemText::key);
    }

    /** The text as it is. */
    static byte[] text(Pem pem) throws IOException {
        return read(pem, text -> text);
    }

    private static <T> T read(Pem pem, Reading<T> reading) throws IOException {
        try {
            return reading.of(
                    switch (pem) {
                        case Pem.Inline inline -> inline.text();
                        case Pem.InFile file -> RegularFile.read(file.path(), LARGEST);
                    });
        } catch (RegularFile.Refused e) {
            throw broken(pem, e.why());
        } catch (IOException e) {
            throw broken(pem, String.valueOf(e.getMessage()));
        }
    }

    private static CredentialException broken(Pem pem, String what) {
        return new CredentialException(pem + ": " + what + ".", Texts.of("PemReader.correctItInTheKubeconfig"));
    }
}
