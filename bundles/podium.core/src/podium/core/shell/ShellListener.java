// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

import java.util.OptionalInt;

/** Hears of a session, on a thread of the connection, one call after the other. */
public interface ShellListener {
    /** What the program wrote, as it came; it may block, which holds the program up. */
    void output(byte[] bytes);

    /**
     * The session is over; called once, last, and not at all when it could not be opened.
     *
     * @param exitCode of the program; empty: it is not known
     * @param words why it ended, where that is not plain; else empty
     */
    void ended(OptionalInt exitCode, String words);
}
