// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Where a program reads and writes.
 *
 * @param terminal whether a person sits there
 * @param window how large what they see is
 */
record ShellConsole(InputStream in, OutputStream out, OutputStream err, boolean terminal, Window window) {
    /** Columns and rows, as the client said last. Any thread. */
    static final class Window {
        private volatile int columns = 80;
        private volatile int rows = 24;

        void set(int width, int height) {
            columns = width;
            rows = height;
        }

        int columns() {
            return columns;
        }

        int rows() {
            return rows;
        }
    }

    ShellConsole with(InputStream input, OutputStream output) {
        return new ShellConsole(input, output, err, false, window);
    }
}
