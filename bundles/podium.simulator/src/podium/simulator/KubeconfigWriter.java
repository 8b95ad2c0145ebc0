// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

/** Writes a kubeconfig for a simulated cluster. */
final class KubeconfigWriter {

    private KubeconfigWriter() {}

    static String text(String name, URI url, String caPem, String user, String token) {
        String authority = Base64.getEncoder().encodeToString(caPem.getBytes(StandardCharsets.UTF_8));
        return """
            apiVersion: v1
            kind: Config
            current-context: "%1$s"
            clusters:
            - name: "%1$s"
              cluster:
                server: %2$s
                certificate-authority-data: %3$s
            contexts:
            - name: "%1$s"
              context:
                cluster: "%1$s"
                user: "%4$s"
            users:
            - name: "%4$s"
              user:
                token: "%5$s"
            """.formatted(name, url, authority, user, token);
    }

    /** Puts the text in place at once, readable by its owner only: it holds a token. */
    static void write(Path file, String text) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path temporary = Files.createTempFile(directory, "kubeconfig", ".tmp", owner);
        Files.writeString(temporary, text);
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
