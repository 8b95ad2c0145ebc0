// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options, the command line, and the kubeconfig: what needs no running cluster. */
class CommandLineTest {

    private static final URI URL = URI.create("https://127.0.0.1:6443");
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n";

    private static SimulatorOptions with(String name, String value) {
        return SimulatorMain.with(SimulatorOptions.defaults(), name, value);
    }

    private static JsonNode kubeconfig(String name) throws Exception {
        return new YAMLMapper().readTree(KubeconfigWriter.text(name, URL, PEM, "podium-admin", "secret"));
    }

    @Test
    void withoutArgumentsItIsTheDefaultFleetAtRealTimesPace() {
        SimulatorOptions options = SimulatorOptions.defaults();
        assertEquals("ai-factory", options.scenario());
        assertEquals(1, options.speed());
        assertEquals(1, options.seed());
        assertEquals(0, options.port(), "a free port");
        assertEquals(Optional.empty(), options.opening());
        assertEquals(List.of(), options.accounts());
    }

    @Test
    void eachOptionChangesItsOwnAndNothingElse() {
        SimulatorOptions defaults = SimulatorOptions.defaults();
        assertEquals(defaults.withScenario("edge"), with("--scenario", "edge"));
        assertEquals(defaults.withPort(6443), with("--port", "6443"));
        assertEquals(defaults.withSeed(-3), with("--seed", "-3"));
        assertEquals(defaults.withSpeed(0.5), with("--speed", "0.5"));
        assertEquals(
                defaults.withOpening(Instant.parse("2026-01-31T08:00:00Z")), with("--opening", "2026-01-31T08:00:00Z"));
        assertEquals(
                defaults.withAccount(new Account("t", "podium-viewer", Account.Access.VIEWER)),
                with("--viewer-token", "t"));
    }

    @Test
    void accountsAddUpAndCannotBeChangedAfterwards() {
        SimulatorOptions options = with("--viewer-token", "a").withAccount(new Account("b", "x", Account.Access.NONE));
        assertEquals(
                List.of("a", "b"),
                options.accounts().stream().map(Account::token).toList());
        assertThrows(
                UnsupportedOperationException.class, () -> options.accounts().clear());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--warp | 9 | no such option: --warp",
                "scenario | edge | no such option: scenario",
                "--seed | '' | no value for --seed",
                "--port | https | --port must be a whole number from 0 to 65535, not \"https\"",
                "--port | 70000 | --port must be a whole number from 0 to 65535, not \"70000\"",
                "--port | -1 | --port must be a whole number from 0 to 65535, not \"-1\"",
                "--seed | lucky | --seed must be a whole number, not \"lucky\"",
                "--speed | fast | --speed must be a number of 0 or more, not \"fast\"",
                "--speed | -2 | --speed must be a number of 0 or more, not \"-2\"",
                "--speed | NaN | --speed must be a number of 0 or more, not \"NaN\"",
                "--speed | Infinity | --speed must be a number of 0 or more, not \"Infinity\"",
                "--opening | tomorrow | --opening must be a time such as 2026-01-31T08:00:00Z, not \"tomorrow\""
            })
    void whatCannotBeReadIsNamedWithWhatIsWanted(String name, String value, String words) {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> with(name, value));
        assertEquals(words, wrong.getMessage());
    }

    @Test
    void aKubeconfigIsCompleteAndConsistent() throws Exception {
        JsonNode config = kubeconfig("edge");
        assertEquals("v1", config.path("apiVersion").asText());
        assertEquals("Config", config.path("kind").asText());
        assertEquals("edge", config.path("current-context").asText());
        JsonNode context = config.path("contexts").path(0);
        assertEquals("edge", context.path("name").asText());
        assertEquals(
                config.path("clusters").path(0).path("name"),
                context.path("context").path("cluster"));
        assertEquals(
                config.path("users").path(0).path("name"),
                context.path("context").path("user"));
        assertEquals(
                "secret",
                config.path("users").path(0).path("user").path("token").asText());
        JsonNode cluster = config.path("clusters").path(0).path("cluster");
        assertEquals("https://127.0.0.1:6443", cluster.path("server").asText());
        assertEquals(
                PEM,
                new String(
                        Base64.getDecoder()
                                .decode(cluster.path("certificate-authority-data")
                                        .asText()),
                        StandardCharsets.UTF_8));
        assertFalse(cluster.has("insecure-skip-tls-verify"));
    }

    @ParameterizedTest
    @CsvSource({"1", "true", "1e3", "007", "null"})
    void aContextWhoseNameLooksLikeAnotherTypeStaysAText(String name) throws Exception {
        JsonNode config = kubeconfig(name);
        assertTrue(config.path("current-context").isTextual(), config.toString());
        assertEquals(name, config.path("current-context").asText());
        assertTrue(config.path("clusters").path(0).path("name").isTextual());
    }

    @Test
    void writingMakesTheFolderAndReplacesWhatWasThere(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("a/b/config");
        KubeconfigWriter.write(file, "one");
        KubeconfigWriter.write(file, "two");
        assertEquals("two", Files.readString(file));
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList(), "nothing half written is left");
        }
    }

    @Test
    void onlyTheOwnerMayReadATokenEvenWhereTheOldFileWasOpen(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(
                Files.getFileStore(directory).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Path file = directory.resolve("config");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        KubeconfigWriter.write(file, "new");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void theScenariosThatComeWithItAreNamed() {
        assertEquals(List.of("ai-factory", "nvl72", "mixed", "edge", "dra"), Simulator.scenarios());
        assertTrue(Simulator.scenarios().contains(SimulatorOptions.DEFAULT_SCENARIO));
    }

    /** Whoever chooses one is told how large it is and what happens in it. */
    @Test
    void eachScenarioSaysHowLargeItIsAndWhatHappensInIt() {
        List<ScenarioSummary> all = Simulator.summaries();
        assertEquals(
                Simulator.scenarios(), all.stream().map(ScenarioSummary::name).toList());
        assertEquals(
                List.of("32 of 256", "72 of 288", "22 of 116", "3 of 4", "8 of 56"),
                all.stream().map(it -> it.nodes() + " of " + it.accelerators()).toList());
        for (ScenarioSummary scenario : all) {
            assertTrue(scenario.about().length() > 40 && scenario.about().length() < 110, scenario.about());
        }
    }

    @Test
    void accountsDifferByTokenNameAndAccess() {
        Account account = new Account("t", "n", Account.Access.VIEWER);
        assertNotEquals(account, new Account("t", "n", Account.Access.ADMIN));
        assertNotEquals(account, new Account("u", "n", Account.Access.VIEWER));
    }
}
