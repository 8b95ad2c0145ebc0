// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import podium.core.log.AnsiText;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodLogReader;

/** The last lines that a container wrote before it ended: mostly they name the cause. */
final class LogEnd {
    private static final int LINES = 3;
    /** Bytes that are read, and letters of a line that are told. */
    private static final int MOST = 16_384;

    private static final int LONGEST = 300;

    private LogEnd() {}

    /** Those of the container that was restarted, else of the one that kubectl takes; empty: there are none. Blocks. */
    static List<String> of(PodLogReader reader, String namespace, String pod) {
        try {
            Optional<Container> ended = reader.containers(namespace, pod).flatMap(all -> all.all().stream()
                    .filter(it -> it.restarts() > 0)
                    .findFirst()
                    .or(all::byDefault));
            return ended.isEmpty() ? List.of() : read(reader, namespace, pod, ended.get());
        } catch (IOException e) {
            // Logs says why
            return List.of();
        }
    }

    private static List<String> read(PodLogReader reader, String namespace, String pod, Container container)
            throws IOException {
        LogQuery query = new LogQuery(
                namespace,
                pod,
                container.name(),
                false,
                container.running() && container.restarts() > 0,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(LINES));
        try (InputStream stream = reader.open(query)) {
            return new String(stream.readNBytes(MOST), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> AnsiText.plain(line.substring(line.indexOf(' ') + 1)))
                    .filter(line -> !line.isBlank())
                    .map(line -> line.substring(0, Math.min(LONGEST, line.length())))
                    .limit(LINES)
                    .toList();
        }
    }
}
