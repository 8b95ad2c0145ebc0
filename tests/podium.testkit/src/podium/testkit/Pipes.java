// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** Named pipes, which hold up who opens them as a file; where there are none the test skips itself. */
public final class Pipes {
    private Pipes() {}

    /** Makes a pipe. */
    public static Path at(Path path) throws InterruptedException {
        try {
            Process made = new ProcessBuilder("mkfifo", path.toString())
                    .redirectErrorStream(true)
                    .start();
            assumeTrue(made.waitFor() == 0, "no pipe can be made here");
        } catch (IOException e) {
            assumeTrue(false, "there is no mkfifo here");
        }
        return path;
    }
}
