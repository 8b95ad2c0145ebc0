// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import podium.ui.toolkit.Palette.Name;

class YamlColoursTest {
    private static String coloured(String line) {
        return YamlColours.parts(line).stream()
                .map(part -> line.substring(part.start(), part.start() + part.length()) + "=" + part.name())
                .collect(Collectors.joining(", "));
    }

    @Test
    void keysTextsNumbersAndCommentsAreToldApart() {
        assertEquals("# no=" + Name.MUTED, coloured("# no"));
        assertEquals("image=" + Name.HELD, coloured("  - image: example.test/web:1.2"));
        assertEquals("replicas=" + Name.HELD + ", 3=" + Name.WAITING, coloured("  replicas: 3"));
        assertEquals("\"a: b\"=" + Name.HELD + ", \"c\"=" + Name.GOOD, coloured("\"a: b\": \"c\""));
        assertEquals("\"--fast\"=" + Name.GOOD, coloured("    - \"--fast\""));
        assertEquals("", coloured("plain words"));
    }

    @Test
    void aLongLineIsColouredInNoTime() {
        for (String line : List.of("a".repeat(200_000), "- ".repeat(50_000) + "x", "\"" + ": ".repeat(100_000))) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> YamlColours.parts(line));
        }
    }
}
