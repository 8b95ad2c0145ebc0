// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for loopback, made by the JDK's keytool for one run.
 *
 * @param keys key store for the server
 * @param pem the certificate, to be trusted by the contestants
 */
record Certificate(Path keys, Path pem) {
    /** Guards nothing: the key is good for loopback and for one run. */
    static final String PASSWORD = "benchmark";

    static Certificate make(Path folder) throws IOException, InterruptedException {
        Path keys = folder.resolve("keys.p12");
        Path pem = folder.resolve("ca.pem");
        List<String> make = List.of(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=benchmark",
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "bc:c",
                "-validity",
                "2");
        keytool(keys, make);
        keytool(keys, List.of("-exportcert", "-rfc", "-file", pem.toString()));
        return new Certificate(keys, pem);
    }

    private static void keytool(Path keys, List<String> what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(what);
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD, "-keystore", keys.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    /** Trusts what is in the file of {@link #pem}; the usual authorities when there is no file. */
    static SSLContext trusting(String pem) throws IOException, GeneralSecurityException {
        if (pem.isEmpty()) {
            return SSLContext.getDefault();
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(Path.of(pem)))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
