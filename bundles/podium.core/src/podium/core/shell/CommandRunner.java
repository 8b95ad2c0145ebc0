// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Runs commands without a terminal in containers, whose bytes come and go as they are. A capability of a connection; whoever uses it
 * has asked the locks and told the journal.
 */
@FunctionalInterface
public interface CommandRunner {
    /**
     * Runs a command to its end. Blocks; an interrupt ends it. That the input has ended cannot be told the command: it has to know
     * how much it reads.
     *
     * @param out where it writes; a failure of it ends the command
     * @param errors where it writes what goes wrong
     * @return its exit code
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     */
    int run(ShellCommand command, InputStream in, OutputStream out, OutputStream errors) throws IOException;
}
