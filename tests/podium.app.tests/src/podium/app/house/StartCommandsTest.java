// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Podium is started by a shell script, and on Windows by a command file: both know the same options. */
class StartCommandsTest {
    private static final Pattern OPTION = Pattern.compile("\\bpodium \\[?(--[a-z-]+)");

    private static String text(String command) throws IOException {
        Path root = Checkout.root().resolve("features").resolve("podium.platform.feature");
        return Files.readString(root.resolve("root").resolve(command));
    }

    private static Set<String> options(String command) throws IOException {
        Set<String> options = new TreeSet<>();
        Matcher found = OPTION.matcher(text(command).replaceAll("(?m)^(rem|#) .*$", ""));
        while (found.find()) {
            options.add(found.group(1));
        }
        return options;
    }

    @Test
    void bothSayTheSameOptions() throws IOException {
        assertEquals(options("unix/podium"), options("windows/podium.cmd"));
        assertTrue(options("unix/podium").containsAll(Set.of("--audit", "--approve", "--approval-key")));
    }

    @Test
    void anAuditWithMoreThanAFileIsToldHowItIsUsedAndOpensNoWindow(@TempDir Path folder) throws Exception {
        for (List<String> words : List.of(
                List.of("--audit", "a.csv", "-data", "w"),
                List.of("-data", "w", "--audit", "a.csv"),
                List.of("--approve", "a", "b"))) {
            List<String> command = new ArrayList<>(List.of(
                    "sh",
                    Checkout.root()
                            .resolve("features/podium.platform.feature/root/unix/podium")
                            .toString()));
            command.addAll(words);
            ProcessBuilder podium = new ProcessBuilder(command).redirectErrorStream(true);
            podium.environment().put("JAVA_HOME", System.getProperty("java.home"));
            podium.environment().put("PODIUM_HOME", folder.toString());
            Process run = podium.start();
            String told = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(2, run.waitFor(), told);
            assertTrue(told.contains("podium --"), told);
            assertFalse(told.contains("needs"), told);
        }
    }

    @Test
    void whatIsAskedWithoutAWindowIsWaitedForAndAnsweredInTheConsole() throws IOException {
        String windows = text("windows/podium.cmd");
        for (String option : Set.of("--audit", "--approve", "--approval-key")) {
            assertTrue(windows.contains("if \"%~1\"==\"" + option + "\" goto"), option);
        }
        for (String option : Set.of("--audit", "--approve", "--approval-key")) {
            assertTrue(windows.contains("if \"%~1\"==\"" + option + "\" goto misplaced"), option);
        }
        String command = windows.substring(windows.indexOf(":command"));
        assertTrue(command.contains("-consoleLog -application podium.agent.application"), command);
        assertTrue(command.contains("exit /b %ERRORLEVEL%"), command);
    }
}
