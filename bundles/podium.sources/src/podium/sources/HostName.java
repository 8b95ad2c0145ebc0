// SPDX-License-Identifier: Apache-2.0
package podium.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a kubelet on this machine calls its node, unless it is told another name. */
public final class HostName {
    private HostName() {}

    /** Name of the node where a DaemonSet tells it (NODE_NAME), else of this machine; localhost where there is none. */
    public static String get() {
        String node = System.getenv().getOrDefault("NODE_NAME", "");
        if (!node.isEmpty()) {
            return node;
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname"))
                    .strip()
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "localhost";
        }
    }
}
