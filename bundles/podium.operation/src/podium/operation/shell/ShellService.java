// SPDX-License-Identifier: Apache-2.0
package podium.operation.shell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;

/** Opens shells in containers of clusters that may be changed: what is typed there cannot be foreseen, so nothing less will do. */
public interface ShellService {
    /** Why no command may be run in a cluster now, in words; empty: it may. Any thread; does not block. */
    Optional<String> whyNot(ClusterId cluster);

    /**
     * What was started here and has not ended.
     *
     * @param title as "shell in pod team/a, container main"
     */
    record Running(ClusterId cluster, ShellCommand command, String title) {}

    /** What runs in a cluster now, in the order of its titles. Any thread; does not block. */
    List<Running> running(ClusterId cluster);

    /** Tells those who hear the shells of a cluster why they end; its connection is about to be closed. Blocks. */
    void end(ClusterId cluster, String why);

    /**
     * Starts a command. That it was started, by whom and where, and how it ended is in the journal. Blocks.
     *
     * @throws podium.core.api.ReadRefused when the server says no, in its words
     * @throws IOException when it cannot be started, or not be put into the journal; the message says why
     */
    ShellSession open(ClusterId cluster, ShellCommand command, int columns, int rows, ShellListener listener)
            throws IOException;
}
