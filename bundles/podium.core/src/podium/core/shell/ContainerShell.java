// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

import java.io.IOException;

/** Runs commands in containers. A capability of a connection; whoever uses it has asked the locks and told the journal. */
public interface ContainerShell {
    /**
     * Starts a command with a terminal. Blocks until the server has agreed; call on a virtual thread.
     *
     * @param columns of the terminal, at least 1
     * @param rows of the terminal, at least 1
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     * @throws IOException when it cannot be reached
     */
    ShellSession open(ShellCommand command, int columns, int rows, ShellListener listener) throws IOException;
}
