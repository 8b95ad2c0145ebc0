// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlIndentTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "spec:,,2",
                "spec:,  replicas: 3,2",
                "spec:,    replicas: 3,4",
                "  containers:,  - name: a,2",
                "  containers:,    - name: a,4",
                "  - env:,,6",
                "  - name: a,,2",
                "  a: 1,      b: 2,2",
                ",,0"
            })
    void aLineAfterTheNameOfWhatHasFieldsBeginsDeeper(String before, String next, int columns) {
        assertEquals(columns, YamlCompleter.indent(text(before), text(next)));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
