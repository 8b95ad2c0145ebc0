// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import podium.simulator.Simulator;

/** The kubeconfigs that {@code KUBECONFIG} names in this process, written anew for a test. */
final class Contexts {
    private final List<Path> files =
            Stream.of(System.getenv("KUBECONFIG").split(":")).map(Path::of).toList();

    /** A file beside them. */
    Path beside(String name) {
        return files.getFirst().resolveSibling(name);
    }

    /** Writes the first and the last of them; those between stay missing. */
    void write(List<String> first, List<String> last) throws IOException {
        Files.createDirectories(files.getFirst().getParent());
        Files.writeString(files.getFirst(), text(first));
        Files.writeString(files.getLast(), text(last));
    }

    private static String text(List<String> parts) {
        return "apiVersion: v1\nkind: Config\n" + String.join("", parts);
    }

    /** The server of a simulator. */
    static String cluster(String name, Simulator simulator) {
        String authority = Base64.getEncoder().encodeToString(simulator.caPem().getBytes(StandardCharsets.UTF_8));
        return "- {name: %s, cluster: {server: '%s', certificate-authority-data: %s}}\n"
                .formatted(name, simulator.url(), authority);
    }

    /** Who brings along which token. */
    static String user(String name, Simulator simulator) {
        return "- {name: %s, user: {token: '%s'}}\n".formatted(name, simulator.token());
    }

    /** Who has the token of a program. */
    static String user(String name, Path program) {
        return ("- {name: %s, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: '%s',"
                        + " interactiveMode: Never}}}\n")
                .formatted(name, program);
    }

    /** Whom a context takes where. */
    static String context(String name, String user) {
        return "- {name: %1$s, context: {cluster: %1$s, user: %2$s}}\n".formatted(name, user);
    }
}
