// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.ui.manifest.ManifestLine;

class ManifestColumnsTest {
    private static List<String> cells(ManifestLine line) {
        return ManifestColumns.all().stream().map(column -> column.text(line)).toList();
    }

    /** It had 0 tasks and 0 GPUs. */
    @Test
    void whatCouldNotBeReadHasNoNumbers() {
        ManifestLine flaw = new ManifestLine(7, "", "", 0, 0, "it is wrong", Optional.empty(), Optional.empty());
        assertEquals(List.of("line 7", "", "", "", "it is wrong"), cells(flaw));
        ManifestLine config =
                new ManifestLine(1, "settings", "ConfigMap", 0, 0, "is created", Optional.empty(), Optional.empty());
        assertEquals(List.of("settings", "ConfigMap", "0", "0", "is created"), cells(config));
    }
}
