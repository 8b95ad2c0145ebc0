// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.net.URI;
import java.nio.file.Path;

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
        String area = System.getProperty("osgi.instance.area");
        if (area != null && area.startsWith("file:")) {
            return new JournalLocation(Path.of(URI.create(area.replace(" ", "%20")))
                    .resolve(".podium")
                    .resolve("journal"));
        }
        return new JournalLocation(Path.of(System.getProperty("user.home", "."), ".podium", "journal"));
    }
}
