// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

import java.io.IOException;

/** A command that runs on a terminal, most often in a container. Any thread. */
public interface ShellSession extends AutoCloseable {
    /**
     * Types something into it. Blocks while the connection takes no more.
     *
     * @throws IOException when it is over
     */
    void type(byte[] bytes) throws IOException;

    /** Tells the program how large its terminal is now. */
    void resize(int columns, int rows);

    /** Hangs up; the program gets SIGHUP from its terminal, at the latest. */
    @Override
    void close();
}
