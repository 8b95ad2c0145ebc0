// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.config.ClusterEntry;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.Impersonation;
import podium.kubernetes.internal.config.KubeconfigContext;
import podium.kubernetes.internal.config.UserEntry;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LoginPathTest {
    private static final String V1 = "client.authentication.k8s.io/v1";

    @TempDir
    private Path folder;

    private Path program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    private UserEntry user(String command) {
        return new UserEntry(
                "ana",
                Optional.empty(),
                new UserEntry.Plugin(
                        new ExecPlugin(V1, command, List.of(), Map.of(), "IfAvailable", "", false, folder)),
                Impersonation.NONE);
    }

    /** A login shell that greets, and counts how often it is asked. */
    private LoginPath shell(String path) throws IOException {
        Path shell = program(
                "shell",
                "echo x >> '" + folder.resolve("asked") + "'; echo Welcome back; PATH='" + path
                        + "'; export PATH; shift; eval \"$1\"");
        return new LoginPath(folder.resolve("desktop").toString(), shell.toString());
    }

    @Test
    void aPluginThatOnlyTheLoginShellFindsIsFoundAndTheShellIsAskedOnce() throws IOException {
        program("brew/bin/kubelogin", "true");
        String login = folder.resolve("brew/bin") + ":/usr/bin";
        LoginPath path = shell(login);
        for (int i = 0; i < 3; i++) {
            SearchPath found = path.of(user("kubelogin"));
            assertEquals(folder.resolve("desktop") + ":" + login, found.folders());
            assertEquals(Optional.of(folder.resolve("shell").toString()), found.shell());
        }
        assertEquals(1, Files.readAllLines(folder.resolve("asked")).size());
    }

    @Test
    void whereThePathOfTheProcessIsEnoughNoShellIsRun() throws IOException {
        program("desktop/kubelogin", "true");
        LoginPath path = shell("/usr/bin");
        assertEquals(Optional.empty(), path.of(user("kubelogin")).shell());
        assertEquals(
                Optional.empty(),
                path.of(new UserEntry("t", Optional.empty(), new UserEntry.Token("t"), Impersonation.NONE))
                        .shell());
        assertFalse(Files.exists(folder.resolve("asked")));
    }

    @Test
    void aPluginThatIsNowhereStaysSo() throws IOException {
        assertEquals(
                new SearchPath(folder.resolve("desktop").toString(), Optional.empty()),
                shell("/nowhere").of(user("kubelogin")));
        assertEquals(new SearchPath("", Optional.empty()), new LoginPath("", "no shell").of(user("kubelogin")));
    }

    @Test
    void theConsentSaysThatTheLoginShellWasAsked() throws IOException {
        program("brew/bin/kubelogin", "true");
        LoginPath path = shell(folder.resolve("brew/bin").toString());
        ClusterEntry cluster =
                new ClusterEntry("c", URI.create("https://h"), Optional.empty(), "", false, Optional.empty(), "");
        KubeconfigContext context = new KubeconfigContext("k", "", cluster, user("kubelogin"));
        String question = Consent.of(context, folder.resolve("config"), path.of(context.identity()))
                .orElseThrow()
                .question();
        assertTrue(question.contains("found in the PATH of your login shell"), question);
    }
}
