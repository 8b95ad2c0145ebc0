// SPDX-License-Identifier: Apache-2.0
package podium.ui.terminal;

import java.util.Optional;

/** What runs in one tab of the Shell part. UI thread. */
interface TerminalTab extends AutoCloseable {
    /** Its terminal. */
    TerminalView view();

    /** What the tab is called. */
    String title();

    /** What its tip says; empty: nothing yet. */
    Optional<String> tip();

    /** Whether nothing more is typed into it. */
    boolean isOver();

    /** Whether it leaves nothing to read: its tab goes. */
    boolean isDone();

    /** Ends it when it may go on no longer. */
    void check();

    /** What is done when its tab is closed, and not with the window. */
    void afterwards();

    @Override
    void close();
}
