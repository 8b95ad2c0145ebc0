// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One start of an application.
 *
 * @param window from the command to the window
 * @param cpu processor time of the process until then, of all threads
 */
record Start(Duration window, Duration cpu) {

    /**
     * Starts, waits for the window, and ends the application.
     *
     * @param folder where its start script is
     * @param home an empty folder for its settings
     * @param flags for the JVM
     */
    static Start of(Path folder, Path home, String flags) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(folder.resolve("podium").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile());
        builder.environment()
                .put(
                        "PODIUM_HOME",
                        Files.createDirectories(home.resolve("home")).toString());
        builder.environment().put("PODIUM_JVM_FLAGS", flags);
        try (Windows windows = new Windows()) {
            long begin = System.nanoTime();
            Process process = builder.start();
            process.onExit().thenRun(windows::close);
            try {
                windows.awaitOne();
                Duration window = Duration.ofNanos(System.nanoTime() - begin);
                Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
                return new Start(window, cpu);
            } catch (IOException e) {
                throw new IOException("no window; what " + folder + " said is in " + home.resolve("output.log"), e);
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    /**
     * Starts Podium and waits for its picture of the live fleet.
     *
     * @return from the command to the picture; the picture is in the home
     * @throws IOException when it ends without one
     */
    static Duration live(Path folder, Path home) throws IOException, InterruptedException {
        Path picture = home.resolve("live.png");
        ProcessBuilder builder = new ProcessBuilder(
                        folder.resolve("podium").toString(), "--screenshot", picture.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile());
        builder.environment()
                .put(
                        "PODIUM_HOME",
                        Files.createDirectories(home.resolve("home")).toString());
        builder.environment().put("PODIUM_JVM_FLAGS", "-Dpodium.screenshot.settling=0");
        Instant begin = Instant.now();
        builder.start().waitFor();
        if (!Files.exists(picture)) {
            throw new IOException("no picture; what " + folder + " said is in " + home.resolve("output.log"));
        }
        return Duration.between(begin, Files.getLastModifiedTime(picture).toInstant());
    }
}
