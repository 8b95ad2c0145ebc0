// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ReadRefused;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.simulator.store.ResourceTypes;
import podium.testkit.ControlPlane;

/** Logs of the simulated fleet, beside what kubectl makes of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportLogReaderTest {
    @TempDir
    private static Path folder;

    private SimulatedContainer found;
    private TransportLogReader reader;

    @BeforeAll
    void start() throws Exception {
        found = new SimulatedContainer(folder);
        reader = new TransportLogReader(
                found.transport, (namespace, pod) -> ContainerStates.read(found.transport, namespace, pod));
    }

    @AfterAll
    void stop() {
        found.close();
    }

    private LogQuery query(boolean follow, boolean previous, Optional<Instant> since, int tail) {
        return new LogQuery(
                found.namespace(),
                found.name(),
                found.container(),
                follow,
                previous,
                since,
                Optional.empty(),
                tail < 0 ? OptionalLong.empty() : OptionalLong.of(tail));
    }

    private List<String> read(LogQuery query) throws IOException {
        try (InputStream log = reader.open(query)) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void eachLineHasTheTimeAtWhichItWasWrittenAndTheyAreInOrder() throws IOException {
        List<String> lines = read(query(false, false, Optional.empty(), -1));
        assertTrue(lines.size() > 10, () -> lines.size() + " lines");
        List<Instant> times =
                lines.stream().map(line -> Instant.parse(line.split(" ", 2)[0])).toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(lines.getFirst().contains("[rank0] started on "), lines.getFirst());
    }

    @Test
    void theSameLineIsTheSameWheneverItIsAskedFor() throws IOException {
        List<String> all = read(query(false, false, Optional.empty(), 50));
        Instant since = Instant.parse(all.get(20).split(" ", 2)[0]);
        List<String> again = read(query(false, false, Optional.of(since), -1));
        assertTrue(again.containsAll(all.subList(20, 50)), () -> all + "\n" + again);
    }

    @Test
    void howFarItGoesBackIsByTheClockOfTheServer() throws IOException {
        List<String> all = read(query(false, false, Optional.empty(), -1));
        LogQuery back = new LogQuery(
                found.namespace(),
                found.name(),
                found.container(),
                false,
                false,
                Optional.empty(),
                Optional.of(Duration.ofMinutes(2)),
                OptionalLong.empty());
        List<String> late = read(back);
        assertTrue(!late.isEmpty() && late.size() < all.size(), () -> late.size() + " of " + all.size());
        Instant first = Instant.parse(late.getFirst().split(" ", 2)[0]);
        Instant last = Instant.parse(late.getLast().split(" ", 2)[0]);
        assertTrue(Duration.between(first, last).toSeconds() <= 121, () -> first + " to " + last);
    }

    @Test
    void aLogThatIsFollowedGoesOnAndEndsWhenItIsClosed() throws IOException {
        try (InputStream log = reader.open(query(true, false, Optional.empty(), 0))) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8));
            assertTrue(lines.readLine().contains("[rank0] "));
        }
    }

    @Test
    void aPreviousRunThatIsNotThereIsRefusedInTheWordsOfTheKubelet() {
        ReadRefused refused = assertThrows(ReadRefused.class, () -> read(query(false, true, Optional.empty(), -1)));
        assertEquals(
                "previous terminated container \"" + found.container() + "\" in pod \"" + found.name() + "\" not found",
                refused.getMessage());
    }

    /** Of a pod that crashes again and again, which waits most of the time: its present log is that of the run before. */
    @Test
    void theRunBeforeOfAPodThatCrashesIsReadFromATimeOn() throws Exception {
        ObjectNode crashing = found.simulator.store().list(ResourceTypes.POD, "").stream()
                .filter(pod -> pod.at("/status/containerStatuses/0/lastState/terminated")
                        .isObject())
                .findFirst()
                .orElseThrow();
        LogQuery all = new LogQuery(
                crashing.at("/metadata/namespace").asText(),
                crashing.at("/metadata/name").asText(),
                crashing.at("/spec/containers/0/name").asText(),
                false,
                true,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
        List<String> lines = read(all);
        assertTrue(lines.size() > 1, lines::toString);
        Instant middle =
                Instant.parse(lines.get(lines.size() / 2).split(" ", 2)[0]).truncatedTo(ChronoUnit.SECONDS);
        LogQuery late = new LogQuery(
                all.namespace(),
                all.pod(),
                all.container(),
                false,
                true,
                Optional.of(middle),
                Optional.empty(),
                OptionalLong.empty());
        assertEquals(
                lines.stream()
                        .filter(line -> !Instant.parse(line.split(" ", 2)[0]).isBefore(middle))
                        .toList(),
                read(late));
    }

    @Test
    void theContainersOfAPodAreToldWithTheirStates() throws IOException {
        PodContainers containers =
                reader.containers(found.namespace(), found.name()).orElseThrow();
        assertEquals("running", containers.find(found.container()).orElseThrow().state());
        assertTrue(reader.containers(found.namespace(), "nobody").isEmpty());
    }

    @Test
    void manyAreAskedForAtOnceThroughAConnectionThatWasNeverUsed() throws Exception {
        TransportLogReader fresh = new TransportLogReader(
                found.transport, (namespace, pod) -> ContainerStates.read(found.transport, namespace, pod));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<PodContainers>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(() -> fresh.containers(found.namespace(), found.name())));
            }
            for (Future<Optional<PodContainers>> answer : answers) {
                assertTrue(answer.get(60, TimeUnit.SECONDS).isPresent());
            }
        }
    }

    @Test
    void kubectlReadsTheSameBytes() throws Exception {
        Optional<Path> kubectl =
                ControlPlane.assets().map(assets -> assets.resolve("kubectl")).filter(Files::isExecutable);
        assumeTrue(kubectl.isPresent(), "there is no kubectl; it is skipped");
        List<String> command = new ArrayList<>(List.of(
                kubectl.get().toString(),
                "--kubeconfig=" + folder.resolve("config"),
                "-n",
                found.namespace(),
                "logs",
                found.name(),
                "-c",
                found.container(),
                "--timestamps"));
        Instant since = Instant.parse(
                read(query(false, false, Optional.empty(), 5)).getFirst().split(" ", 2)[0]);
        command.add("--since-time=" + since);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> theirs + "");
        List<String> ours = read(query(false, false, Optional.of(since), -1));
        assertTrue(theirs.size() >= 5, theirs + "");
        assertTrue(ours.containsAll(theirs), () -> theirs + "\n" + ours);
    }
}
