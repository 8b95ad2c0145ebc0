// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.nio.file.Path;
import podium.core.port.Workspace;

/** Where this process keeps its journal. */
record JournalLocation(Path directory) {
    /** System property that names the directory; the console sets it to a folder of its workspace. */
    static final String PROPERTY = "podium.journal";

    /** The directory told by {@link #PROPERTY}, else one in the Equinox instance area, else one in the user's home. */
    static JournalLocation find() {
        String told = System.getProperty(PROPERTY);
        if (told != null && !told.isBlank()) {
            return new JournalLocation(Path.of(told));
        }
        return new JournalLocation(Workspace.own("journal")
                .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".podium", "journal")));
    }
}
