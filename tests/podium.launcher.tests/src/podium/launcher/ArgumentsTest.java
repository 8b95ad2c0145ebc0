// SPDX-License-Identifier: Apache-2.0
package podium.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void nothingAskedForLeavesEverythingOpen() {
        assertEquals(
                new Arguments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Arguments.parse(List.of()));
    }

    @Test
    void everyOptionTakesTheWordAfterIt() {
        Arguments arguments = Arguments.parse(
                List.of("--kubeconfig", "a/config", "--context", "prod", "--fleet", "edge", "--screenshot", "out.png"));

        assertEquals(Optional.of(Path.of("a/config")), arguments.kubeconfig());
        assertEquals(Optional.of("prod"), arguments.context());
        assertEquals(Optional.of("edge"), arguments.fleet());
        assertEquals(Optional.of(Path.of("out.png")), arguments.screenshot());
    }

    @Test
    void wordsOfTheFrameworkArePassedOver() {
        Arguments arguments = Arguments.parse(List.of("-product", "podium.app.product", "--fleet", "mixed"));

        assertEquals(Optional.of("mixed"), arguments.fleet());
    }

    @Test
    void aContextWithoutAFileIsOneOfTheFilesThatKubectlReads() {
        Arguments arguments = Arguments.parse(List.of("--context", "prod"));
        assertEquals(Optional.of("prod"), arguments.context());
        assertEquals(Optional.empty(), arguments.kubeconfig());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kubeconfig", "--context", "--fleet", "--screenshot"})
    void anOptionWithoutItsValueIsRefused(String option) {
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of(option)));
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of(option, "--fleet", "x")));
        assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of(option, " ")));
    }

    @Test
    void anUnknownOptionIsNamedInTheRefusal() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of("--flet", "mixed")));

        assertTrue(refusal.getMessage().contains("--flet"));
    }
}
