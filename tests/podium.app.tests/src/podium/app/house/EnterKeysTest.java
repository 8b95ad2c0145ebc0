// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A keyboard has two keys of that name, and whoever presses one means the other as well. */
class EnterKeysTest {
    private static final Pattern ENTER = Pattern.compile("SWT\\.CR\\b");

    /** How far from one the other may stand. */
    private static final int NEAR = 160;

    @Test
    void whatHearsEnterHearsTheOneOfTheNumberPadToo() throws IOException {
        List<String> deaf = new ArrayList<>();
        for (String bundle : List.of("podium.ui", "podium.ui.topology", "podium.app")) {
            try (Stream<Path> files = Files.walk(
                    Checkout.root().resolve("bundles").resolve(bundle).resolve("src"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        // says how keys are called, and hears none
                        .filter(path -> !path.endsWith("CanvasKeyBinding.java"))
                        .toList()) {
                    String text = Files.readString(file);
                    ENTER.matcher(text)
                            .results()
                            .filter(found -> !around(text, found).contains("KEYPAD_CR"))
                            .forEach(found -> deaf.add(file.getFileName() + ": " + around(text, found)));
                }
            }
        }
        assertEquals(List.of(), deaf, "name SWT.KEYPAD_CR beside it");
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(0, found.start() - NEAR), Math.min(text.length(), found.end() + NEAR));
    }
}
