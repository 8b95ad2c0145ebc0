// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricSource;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.details.MetricSourceLine.State;

class MetricSourceLineTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theStateSaysTheWorstThatIsTrue() {
        assertEquals(State.OFF, state(false, Optional.of(NOW), 8, 3, Optional.of("503")));
        assertEquals(State.TROUBLE, state(true, Optional.of(NOW), 8, 3, Optional.of("503")));
        assertEquals(State.WAITING, state(true, Optional.empty(), 0, 0, Optional.empty()));
        assertEquals(State.BROKEN, state(true, Optional.of(NOW), 8, 3, Optional.empty()));
        assertEquals(State.NO_DEVICE, state(true, Optional.of(NOW), 0, 0, Optional.empty()));
        assertEquals(State.WELL, state(true, Optional.of(NOW), 8, 0, Optional.empty()));
    }

    @Test
    void brokenLinesAreSaidWhereNothingWorseIs() {
        assertEquals(
                "3 lines of the last answer could not be read",
                line("n1", "dcgm", "/x", 3, Optional.empty()).problem());
        assertEquals(
                "answered 503",
                line("n1", "dcgm", "/x", 3, Optional.of("answered 503")).problem());
        assertEquals("", line("n1", "dcgm", "/x", 0, Optional.empty()).problem());
    }

    @ParameterizedTest
    @CsvSource({
        "n1,dcgm,/api/v1/namespaces/a/pods/p:9400/proxy/metrics,n1,DCGM",
        "'',prometheus,/api/v1/namespaces/mon/services/https:prom:9090/proxy,mon/prom,Prometheus",
        "'',prometheus,/api/v1/namespaces/mon/services/prom:9090/proxy,mon/prom,Prometheus",
        "'',prometheus,https://prom.example,https://prom.example,Prometheus",
        "'',metrics.k8s.io,/apis/metrics.k8s.io/v1beta1/nodes,API server,metrics.k8s.io",
    })
    void whereItIsIsTheNodeOrTheServer(String node, String kind, String path, String where, String word) {
        MetricSourceLine line = line(node, kind, path, 0, Optional.empty());
        assertEquals(where, line.where());
        assertEquals(word, line.kind());
    }

    @Test
    void aMessageOfAServerIsShownWithoutItsControlCharacters() {
        assertTrue(line("n1", "dcgm", "/x", 0, Optional.of("a\u202eb\u0007"))
                .problem()
                .chars()
                .noneMatch(c -> c == 0x202e || c == 7));
    }

    @Test
    void aMismatchSaysWhichDeviceAndWhoHoldsIt() {
        DeviceKey key = new DeviceKey(new ClusterId("c"), "n1", 3);
        MismatchLine held = new MismatchLine(
                new Mismatch(
                        new ReportedAllocation(key, List.of("ml/a", "ml/b"), Optional.empty(), false),
                        Mismatch.Kind.IDLE_BUT_HELD,
                        NOW,
                        OptionalDouble.of(0),
                        OptionalDouble.empty()),
                Optional.empty());
        assertEquals("n1 3", held.device());
        assertEquals("ml/a, ml/b", held.holder());
        MismatchLine free = new MismatchLine(
                new Mismatch(
                        new ReportedAllocation(key, List.of(), Optional.empty(), false),
                        Mismatch.Kind.USED_BUT_NOT_HELD,
                        NOW,
                        OptionalDouble.of(1),
                        OptionalDouble.empty()),
                Optional.empty());
        assertTrue(free.holder().startsWith("nobody"));
    }

    private static State state(
            boolean on, Optional<Instant> lastGood, int devices, int broken, Optional<String> problem) {
        return new MetricSourceLine(new MetricSource(
                        new ClusterId("c"),
                        new ExporterEndpoint("n1", "dcgm", "/x"),
                        on,
                        false,
                        lastGood,
                        devices,
                        broken,
                        problem))
                .state();
    }

    private static MetricSourceLine line(String node, String kind, String path, int broken, Optional<String> problem) {
        return new MetricSourceLine(new MetricSource(
                new ClusterId("c"),
                new ExporterEndpoint(node, kind, path),
                true,
                false,
                Optional.of(NOW),
                8,
                broken,
                problem));
    }
}
