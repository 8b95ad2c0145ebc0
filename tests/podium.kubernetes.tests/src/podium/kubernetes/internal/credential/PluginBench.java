// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Pem;

/** Credential plugins in a folder of the test, and a clock that it moves. */
abstract class PluginBench {
    static final String V1 = "client.authentication.k8s.io/v1";

    @TempDir
    Path folder;

    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    final InstantSource clock = () -> now;

    ExecPlugin plugin(String command, String mode, boolean info) {
        return new ExecPlugin(V1, command, List.of("get", "token"), Map.of("REGION", "eu"), mode, "", info, folder);
    }

    static ClusterEntry cluster(Optional<Pem> authority, String name, boolean insecure) {
        return new ClusterEntry(
                "c", URI.create("https://127.0.0.1:1"), authority, name, insecure, Optional.empty(), "");
    }

    Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    ExecCredentials exec(String command) throws IOException {
        return exec(command, "Never", LoginTerminal.none());
    }

    ExecCredentials exec(String command, String mode, LoginTerminal login) throws IOException {
        ExecPlugin plugin = plugin(command, mode, false);
        return new ExecCredentials(
                plugin,
                cluster(Optional.empty(), "", false),
                clock,
                folder.toString(),
                PluginProgram.find(plugin, folder.toString()),
                login);
    }
}
