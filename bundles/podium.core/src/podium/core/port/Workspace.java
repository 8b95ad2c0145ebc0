// SPDX-License-Identifier: Apache-2.0
package podium.core.port;

import java.net.URI;
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

    /** What has this name among Podium's own files in it. */
    public static Optional<Path> own(String name) {
        return folder().map(folder -> folder.resolve(".podium").resolve(name));
    }
}
