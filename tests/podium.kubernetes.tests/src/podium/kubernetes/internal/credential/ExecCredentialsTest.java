// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import podium.testkit.Await;

/** When a credential plugin is run, and how often. */
class ExecCredentialsTest extends PluginBench {
    private String counting(String expiry) {
        return "echo x >> '" + folder.resolve("runs") + "'\necho '{\"apiVersion\":\"" + V1
                + "\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t'$(wc -l < '" + folder.resolve("runs")
                + "' | tr -d ' ')'\"" + (expiry.isEmpty() ? "" : ",\"expirationTimestamp\":\"" + expiry + "\"")
                + "}}'";
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTokenIsKeptUntilShortlyBeforeItExpires() throws IOException {
        program("plugin", counting("2026-03-01T10:05:00Z"));
        ExecCredentials credentials = exec("plugin");
        assertEquals(Optional.of("Bearer t1"), credentials.get().authorization());
        now = Instant.parse("2026-03-01T10:04:49Z");
        assertEquals(Optional.of("Bearer t1"), credentials.get().authorization());
        now = Instant.parse("2026-03-01T10:04:51Z");
        assertEquals(Optional.of("Bearer t2"), credentials.get().authorization());
    }

    private int runs() throws IOException {
        return Files.readAllLines(folder.resolve("runs")).size();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTokenThatLivesTenSecondsIsUsedForNineOfThem() throws IOException {
        program("plugin", counting("2026-03-01T10:00:10Z"));
        ExecCredentials credentials = exec("plugin");
        for (int second = 0; second < 9; second++) {
            credentials.get();
            credentials.get();
            now = now.plusSeconds(1);
        }
        assertEquals(1, runs());
        credentials.get();
        assertEquals(2, runs());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aTokenThatHasExpiredWhenItComesIsLeftToTheServerToJudge() throws IOException {
        program("plugin", counting("2026-03-01T09:00:00Z"));
        ExecCredentials credentials = exec("plugin");
        for (int second = 0; second < 60; second++) {
            credentials.get();
            now = now.plusSeconds(1);
        }
        assertEquals(1, runs(), "the clocks differ: not once a request");
        assertTrue(credentials.refused(credentials.get().authorization()));
        credentials.get();
        assertEquals(3, runs(), "after a minute, and when the server says so");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void allWhoWaitForATokenWaitForOneRun() throws Exception {
        program("plugin", "sleep 0.5\n" + counting("2026-03-01T10:00:10Z"));
        ExecCredentials credentials = exec("plugin");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Credentials.Given>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(credentials::get));
            }
            for (Future<Credentials.Given> each : all) {
                assertEquals(
                        Optional.of("Bearer t1"), each.get(20, TimeUnit.SECONDS).authorization());
            }
        }
        assertEquals(1, runs());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPluginThatHangsHoldsUpNeitherCloseNorARefusalAndEndsWithThem() throws Exception {
        program("plugin", "echo $$ > '" + folder.resolve("pid") + "'\nexec sleep 600");
        ExecCredentials credentials = exec("plugin");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Credentials.Given> waiting = threads.submit(credentials::get);
            Await.until(() -> "it runs", () -> Files.exists(folder.resolve("pid")));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                assertTrue(credentials.refused(Optional.of("Bearer old")));
                credentials.close();
            });
            assertThrows(ExecutionException.class, () -> waiting.get(20, TimeUnit.SECONDS));
            long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
            Await.until(
                    () -> "the plugin is gone",
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
            assertThrows(IOException.class, credentials::get);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkThatLeadsElsewhereIsAnotherProgram() throws IOException {
        program("one", "exit 1");
        program("two", "exit 1");
        Path link = Files.createSymbolicLink(folder.resolve("plugin"), folder.resolve("one"));
        ExecCredentials credentials = exec("plugin");
        Files.delete(link);
        Files.createSymbolicLink(link, folder.resolve("two"));
        CredentialException e = assertThrows(CredentialException.class, credentials::get);
        assertTrue(String.valueOf(e.getMessage()).contains("no longer the program you agreed to"), e::getMessage);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPluginWhoseTokensAreRefusedIsNotRunInATightLoop() throws IOException {
        program("plugin", counting(""));
        ExecCredentials credentials = exec("./plugin");
        assertTrue(credentials.refused(credentials.get().authorization()));
        Optional<String> second = credentials.get().authorization();
        assertEquals(Optional.of("Bearer t2"), second);
        assertFalse(credentials.refused(second), "within five seconds of the last refusal");
        now = now.plusSeconds(6);
        assertTrue(credentials.refused(second));
        assertEquals(Optional.of("Bearer t3"), credentials.get().authorization());
    }
}
