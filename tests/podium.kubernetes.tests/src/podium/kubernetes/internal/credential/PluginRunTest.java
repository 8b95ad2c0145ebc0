// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.core.text.Counted;
import podium.testkit.Await;

/** A plugin that hangs, floods or fails costs its limit and no more. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class PluginRunTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static PluginRun shell(String script, int limit, Duration time) {
        return new PluginRun(List.of("/bin/sh", "-c", script), Map.of("GIVEN", "here"), limit, time);
    }

    private static String refusal(PluginRun run) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> String.valueOf(
                        assertThrows(CredentialException.class, run::output).getMessage()));
    }

    @Test
    void itsOutputIsWhatItWroteAndItsEnvironmentIsTheGivenOne() throws IOException {
        byte[] output = shell("printf \"$GIVEN\"", 10, LONG).output();
        assertEquals("here", new String(output, StandardCharsets.UTF_8));
    }

    @Test
    void itHasNoTerminalToAskAt() throws IOException {
        assertEquals(0, shell("cat", 10, LONG).output().length, "standard input is at its end");
    }

    @Test
    void oneThatHangsIsEndedAfterItsTime() {
        String said = refusal(shell("exec sleep 600", 10, Duration.ofMillis(100)));
        assertTrue(said.contains("gave no answer within"), said);
    }

    @Test
    void oneThatClosesItsOutputAndGoesOnIsEndedToo() {
        String said = refusal(shell("exec >&- 2>&-; exec sleep 600", 10, Duration.ofMillis(200)));
        assertTrue(said.contains("gave no answer within"), said);
    }

    @Test
    void itsChildrenEndWithIt(@TempDir Path folder) throws IOException {
        Path pid = folder.resolve("pid");
        refusal(shell("sleep 600 & echo $! > '" + pid + "'; wait", 10, Duration.ofMillis(500)));
        long child = Long.parseLong(Files.readString(pid).strip());
        Await.until(
                () -> "child " + child + " lives",
                () -> ProcessHandle.of(child).map(handle -> !handle.isAlive()).orElse(true));
    }

    @Test
    void exactlyTheLimitIsTakenAndOneByteMoreIsNot() throws IOException {
        assertEquals(10, shell("printf 1234567890", 10, LONG).output().length);
        String said = refusal(shell("printf 12345678901", 10, LONG));
        assertTrue(said.contains("wrote more than 10 bytes"), said);
    }

    @Test
    void oneThatFloodsBothStreamsIsStoppedAndNotWaitedFor() {
        String said = refusal(shell("yes error >&2 & yes", 1000, LONG));
        assertTrue(said.contains("wrote more than " + Counted.of(1000, "byte")), said);
    }

    @Test
    void manyErrorsDoNotBlockIt() throws IOException {
        byte[] output =
                shell("head -c 300000 /dev/zero >&2; printf ok", 10, LONG).output();
        assertEquals("ok", new String(output, StandardCharsets.UTF_8));
    }

    @Test
    void oneThatFailsIsQuotedOnOneLineAndInShort() {
        String said = refusal(shell("printf 'log in\\nfirst' >&2; exit 7", 10, LONG));
        assertTrue(said.contains("ended with status 7: log in first."), said);
        String longer = refusal(shell("head -c 5000 /dev/zero | tr '\\0' x >&2; exit 1", 10, LONG));
        assertTrue(longer.length() < 400, longer);
    }

    @Test
    void whatItWroteToStandardOutputIsNeverQuotedAsItMayBeAToken() {
        String said = refusal(shell("printf secret; exit 1", 10, LONG));
        assertFalse(said.contains("secret"), said);
    }

    @Test
    void oneThatCannotBeStartedIsNamed() {
        String said = refusal(new PluginRun(List.of("/no/such/plugin"), Map.of(), 10, LONG));
        assertTrue(said.contains("/no/such/plugin cannot be started"), said);
    }
}
