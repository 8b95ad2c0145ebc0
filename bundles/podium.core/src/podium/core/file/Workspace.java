// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where this process keeps settings and what it knows: the instance area of Equinox, which {@code -data} names. */
public final class Workspace {
    private Workspace() {}

    /** The folder; empty: the process has none. */
    public static Optional<Path> folder() {
        String area = System.getProperty("osgi.instance.area", "");
        // Equinox writes a path behind the scheme, with its blanks
        return area.startsWith("file:") ? Optional.of(Path.of(URI.create(area.replace(" ", "%20")))) : Optional.empty();
    }

    /**
     * Closes to others what this process keeps in it: Podium's own folder, and that of Equinox with the log and the layout. The
     * folder itself may be one that the operator shares. At the start of a process.
     *
     * @throws IOException when its rights cannot be changed
     */
    public static void closeToOthers() throws IOException {
        Optional<Path> folder = folder();
        if (folder.isPresent() && Files.isDirectory(folder.get())) {
            PrivateFiles.folder(folder.get().resolve(".podium"));
            PrivateFiles.folder(folder.get().resolve(".metadata"));
        }
    }

    /** The folder of a user's own settings of Podium, whatever the workspace: keys, which no copy of a workspace must have. */
    public static Path settings() {
        for (String variable : new String[] {"XDG_CONFIG_HOME", "APPDATA"}) {
            String folder = System.getenv(variable);
            if (folder != null && !folder.isBlank()) {
                return Path.of(folder, "podium");
            }
        }
        return Home.folder().resolve(".config").resolve("podium");
    }

    /** What has this name among Podium's own files in it. */
    public static Optional<Path> own(String name) {
        return folder().map(folder -> folder.resolve(".podium").resolve(name));
    }
}
