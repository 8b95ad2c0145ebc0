// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.loop.RandomSource;

/** Every mistake in a scenario file is answered with the file, the field and what it should be. */
class ScenarioCheckTest {

    private static final String POOLS = "pools: [{machine: hgx-h100, nodes: 2, name: \"n{node}\"}]";

    private final HardwareCatalog hardware = new HardwareCatalog();

    private String complaint(String yaml) throws Exception {
        JsonNode read = new YAMLMapper().readTree(yaml);
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> ScenarioCheck.check("mine.yaml", read, hardware));
        return String.valueOf(wrong.getMessage());
    }

    private void fine(String yaml) throws Exception {
        JsonNode read = new YAMLMapper().readTree(yaml);
        assertDoesNotThrow(() -> ScenarioCheck.check("mine.yaml", read, hardware));
    }

    private String work(String fields) throws Exception {
        return complaint(POOLS + "\nworkloads: [{name: w, " + fields + "}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai-factory", "nvl72", "mixed", "edge", "dra", "scale"})
    void theScenariosThatComeWithTheSimulatorAreRight(String name) {
        JsonNode file = new YamlFiles().resource(name + ".yaml").orElseThrow();
        assertDoesNotThrow(() -> ScenarioCheck.check(name, file, hardware));
    }

    @Test
    void machinesAloneAreAScenario() throws Exception {
        fine(POOLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just words", "[1, 2]", "~"})
    void whatIsNoMapIsNoScenario(String yaml) throws Exception {
        assertEquals(
                "mine.yaml: there is no scenario in it; one begins with pools: and the machines of the fleet",
                complaint(yaml));
    }

    @ParameterizedTest
    @ValueSource(strings = {"age: 2d", "pools: []"})
    void aFleetWithoutMachinesIsNone(String yaml) throws Exception {
        assertTrue(complaint(yaml).startsWith("mine.yaml: pools is missing; a fleet needs machines"));
    }

    @Test
    void aFieldThatIsMisspeltIsNamedWithThoseThereAre() throws Exception {
        String said = work("podss: 3");
        assertTrue(
                said.startsWith("mine.yaml: workloads[0].podss is not known; known: age, budget, claim, cpus"), said);
        assertTrue(said.contains(", pods,"), said);
    }

    @Test
    void aSectionThatIsMisspeltIsNamedToo() throws Exception {
        String said = complaint(POOLS + "\nworkload: []");
        assertEquals(
                "mine.yaml: workload is not known; known: age, bindings, cordoned, description, deviceClasses,"
                        + " deviceTaints, faults, ingresses, namespaces, pools, priorities, resourceSlices, scaling,"
                        + " secrets, streams, workloads",
                said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pods: many | pods must be a whole number of 0 or more, not \"many\"",
                "pods: -1 | pods must be a whole number of 0 or more, not -1",
                "pods: 1.5 | pods must be a whole number of 0 or more, not 1.5",
                "gpus: [1, 2] | gpus must be a whole number of 0 or more, not [1,2]",
                "cpus: lots | cpus must be a number of 0 or more, not \"lots\"",
                "memoryGi: -4 | memoryGi must be a number of 0 or more, not -4",
                "duration: soon | duration must be a duration such as 3d7h, 25m or 40s, not \"soon\"",
                "age: 3 | age must be a duration such as 3d7h, 25m or 40s, not 3",
                "keep: 1w | keep must be a duration such as 3d7h, 25m or 40s, not \"1w\"",
                "failsAt: 1.2 | failsAt must be a share from 0 to 1, not 1.2",
                "exitCode: bad | exitCode must be a whole number of 0 or more, not \"bad\"",
                "gang: 1 | gang must be true or false, not 1",
                "crashes: often | crashes must be true or false, not \"often\"",
                "nodeSelector: zone | nodeSelector must be a map of names to values, not \"zone\"",
                "budget: 1 | budget must be a map of names to values, not 1",
                "image: [a] | image must be a text, not [\"a\"]",
                "kind: lambda | kind must be one of deployment, job, pod, statefulset, not \"lambda\"",
                "priority: high | priority names \"high\", which is not under priorities"
            })
    void aValueOfAWorkloadThatWillNotDo(String field, String words) throws Exception {
        assertEquals("mine.yaml: workloads[0]." + words, work(field));
    }

    @Test
    void theEntryIsNamedByItsPlace() throws Exception {
        String said = complaint(POOLS + "\nworkloads: [{name: a}, {name: b}, {name: c, pods: x}]");
        assertTrue(said.startsWith("mine.yaml: workloads[2].pods "), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workloads: [{pods: 2}] | workloads[0].name is missing",
                "streams: [{every: 1m}] | streams[0].name is missing",
                "faults: [{node: n1}] | faults[0].kind is missing",
                "faults: [{kind: xid}] | faults[0].node is missing",
                "cordoned: [{why: fan}] | cordoned[0].node is missing",
                "scaling: [{namespace: a, from: 1, to: 2, every: 1m}] | scaling[0].name is missing",
                "scaling: [{name: a, namespace: b, from: 1, to: 2}] | scaling[0].every is missing",
                "secrets: [{name: login}] | secrets[0].namespace is missing",
                "secrets: [{name: login, namespace: a, data: 3}] | secrets[0].data must be a map of names to values,"
                        + " not 3",
                "workloads: [3] | workloads[0] must be a map of fields, not 3",
                "workloads: {a: b} | workloads must be a list, not {\"a\":\"b\"}",
                "priorities: {high: very} | priorities.high must be a whole number, not \"very\"",
                "resourceSlices: maybe | resourceSlices must be true or false, not \"maybe\"",
                "age: old | age must be a duration such as 3d7h, 25m or 40s, not \"old\""
            })
    void whatIsMissingOrOfTheWrongShape(String section, String words) throws Exception {
        assertEquals("mine.yaml: " + words, complaint(POOLS + "\n" + section));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "faults: [{kind: flood, node: n1}] | faults[0].kind must be one of broken, node-down, thermal, xid,"
                        + " not \"flood\"",
                "faults: [{kind: xid, node: n9}] | faults[0].node names \"n9\", which no pool has; known: n1, n2",
                "cordoned: [{node: n3}] | cordoned[0].node names \"n3\", which no pool has; known: n1, n2"
            })
    void aFaultHappensToANodeThatIsThere(String section, String words) throws Exception {
        assertEquals("mine.yaml: " + words, complaint(POOLS + "\n" + section));
    }

    @Test
    void anUnknownMachineSaysWhichThereAre() throws Exception {
        String said = complaint("pools: [{machine: cray-1, name: n}]");
        assertTrue(said.startsWith("mine.yaml: pools[0].machine names no machine \"cray-1\"; known: [hgx-h100,"), said);
    }

    @Test
    void twoNodesOfOneNameAreRefused() throws Exception {
        assertEquals(
                "mine.yaml: pools[0].name gives two nodes the name n1; use {rack} and {node} in it",
                complaint("pools: [{machine: hgx-h100, racks: 2, nodes: 2, name: \"n{node}\"}]"));
        assertTrue(complaint("pools: [{machine: hgx-h100, name: n}, {machine: cpu-96, name: n}]")
                .startsWith("mine.yaml: pools[1].name gives two nodes"));
    }

    @Test
    void spinesOfNoRacksAreRefused() throws Exception {
        assertEquals(
                "mine.yaml: pools[0].racksPerSpine must be 1 or more",
                complaint("pools: [{machine: hgx-h100, name: n, racksPerSpine: 0}]"));
    }

    @Test
    void streamsMayDrawFromListsAndBetweenDurations() throws Exception {
        fine(POOLS
                + "\nstreams: [{name: s, every: 5s, gpus: [1, 2], cpus: [0.5, 2], image: [a, b], duration: [1m, 2h]}]");
        assertEquals(
                "mine.yaml: streams[0].duration must be two durations, the shortest and the longest",
                complaint(POOLS + "\nstreams: [{name: s, duration: [1m, 2m, 3m]}]"));
        assertEquals(
                "mine.yaml: streams[0].gpus must be a whole number of 0 or more, not \"few\"",
                complaint(POOLS + "\nstreams: [{name: s, gpus: [1, few]}]"));
        assertEquals(
                "mine.yaml: streams[0].pods must not be empty", complaint(POOLS + "\nstreams: [{name: s, pods: []}]"));
        assertEquals(
                "mine.yaml: streams[0].fails must be a share from 0 to 1, not 3",
                complaint(POOLS + "\nstreams: [{name: s, fails: 3}]"));
    }

    @Test
    void aClaimNamesAClassThatThereIs() throws Exception {
        fine(POOLS + "\ndeviceClasses: {any: \"true\"}\nworkloads: [{name: w, claim: {class: any, count: 2}}]");
        assertEquals(
                "mine.yaml: workloads[0].claim.class names \"other\", which is not under deviceClasses",
                complaint(POOLS + "\nworkloads: [{name: w, claim: {class: other}}]"));
    }

    @Test
    void aTaintOfADeviceNamesItsNodeAndAnEffectThatThereIs() throws Exception {
        assertTrue(complaint(POOLS + "\ndeviceTaints: [{name: t, node: nowhere, key: k}]")
                .startsWith("mine.yaml: deviceTaints[0].node names \"nowhere\""));
        assertEquals(
                "mine.yaml: deviceTaints[0].effect must be one of NoExecute, NoSchedule, None, not \"Never\"",
                complaint(POOLS + "\ndeviceTaints: [{name: t, node: n1, key: k, effect: Never}]"));
    }

    @Test
    void prioritiesOfTheClusterNeedNotBeDeclared() throws Exception {
        fine(POOLS + "\nworkloads: [{name: w, priority: system-cluster-critical}]");
        fine(POOLS + "\npriorities: {low: -5}\nworkloads: [{name: w, priority: low}]");
    }

    @Test
    void theCheckIsMadeWhenAFileIsOpened(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("typo.yaml");
        Files.writeString(file, POOLS + "\nworkloads: [{name: w, gpu: 4}]");
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> SimulatedFleet.open(file.toString(), new RandomSource(1), Rig.START));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("typo.yaml: workloads[0].gpu is not known"));
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("broken.yaml");
        Files.writeString(file, "age: 2d\npools: [\n  {machine: x}\n");
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> SimulatedFleet.open(file.toString(), new RandomSource(1), Rig.START));
        assertTrue(
                String.valueOf(wrong.getMessage()).matches("(?s)broken.yaml is not valid YAML in line \\d+: .*"),
                wrong.getMessage());
    }
}
