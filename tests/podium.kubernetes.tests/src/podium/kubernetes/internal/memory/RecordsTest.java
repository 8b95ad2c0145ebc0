// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.dra.NamedValues;
import podium.core.retry.JobBackoffRule;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

class RecordsTest {
    private static byte[] written(Object... values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ValueWriter writer = new ValueWriter(new DataOutputStream(bytes));
        for (Object value : values) {
            writer.write(value);
        }
        return bytes.toByteArray();
    }

    private static ValueReader reader(byte[] bytes) {
        return new ValueReader(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static Change.PodSeen pod(String name, Labels labels, TaskSpec spec) {
        return new Change.PodSeen(
                "a",
                name,
                "uid-" + name,
                labels,
                TaskPhase.RUNNING,
                "",
                "a message: \u00e9\ud83d\ude00",
                Optional.empty(),
                "n1",
                spec,
                true,
                false,
                3,
                Instant.parse("2026-01-01T00:00:00.5Z"),
                null,
                null,
                DeviceIds.none(),
                OptionalInt.of(7),
                Instant.parse("2026-01-01T00:00:01Z"),
                Instant.parse("2026-01-01T00:00:02Z"),
                Instant.parse("2026-01-01T00:00:03Z"));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        List<Object> values = List.of(
                "text",
                1,
                2L,
                0.5,
                true,
                false,
                TaskPhase.FAILED,
                List.of(),
                List.of("a", List.of("b")),
                Map.of("k", 1L),
                Optional.empty(),
                Optional.of("x"),
                OptionalInt.empty(),
                OptionalInt.of(-1),
                OptionalLong.empty(),
                OptionalLong.of(1L << 40),
                OptionalDouble.empty(),
                OptionalDouble.of(2.5),
                Instant.EPOCH.minusNanos(1),
                Labels.of("b", "1", "a", "2"),
                Labels.none(),
                Resources.of(Map.of("cpu", 500L)),
                new BigDecimal("1.50"),
                NamedValues.of(Map.of("b", new BigDecimal("2"), "a", BigDecimal.ONE)),
                new JobBackoffRule(6, 1),
                "x".repeat(100_000));
        ValueReader reader = reader(written(values.toArray()));
        for (Object value : values) {
            assertEquals(value, reader.read());
        }
    }

    @Test
    void podsOfOneTemplateShareItAfterwardsToo() throws IOException {
        Labels labels = Labels.of("app", "x");
        TaskSpec spec = TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L)));
        Change.PodSeen first = pod("p1", labels, spec);
        byte[] one = written(first);
        byte[] two = written(first, pod("p2", labels, spec));
        assertTrue(two.length - one.length < 140, () -> "a second pod takes " + (two.length - one.length) + " bytes");
        ValueReader reader = reader(two);
        Change.PodSeen again = (Change.PodSeen) reader.read();
        Change.PodSeen other = (Change.PodSeen) reader.read();
        assertEquals(first, again);
        assertSame(again.spec(), other.spec());
        assertSame(again.labels(), other.labels());
    }

    @Test
    void whatIsNoValueIsRefusedWhenItIsWritten() {
        assertThrows(IllegalArgumentException.class, () -> written(new Object()));
    }

    @Test
    void nothingIsMadeOfATypeThatDoesNotBelongThere() throws IOException {
        assertThrows(IOException.class, () -> reader(written(new Random(1)
                        .ints(1)
                        .mapToObj(Stranger::new)
                        .findFirst()
                        .orElseThrow()))
                .read());
    }

    /** A record of no package that is kept. */
    record Stranger(int value) {}

    @Test
    void bytesThatMeanNothingAreRefusedAndNeverHang() throws IOException {
        byte[] good = written(pod("p1", Labels.of("a", "b"), TaskSpec.of(Resources.none())));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int flips = 0; flips <= random.nextInt(3); flips++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                reader(bad).read();
            } catch (IOException | RuntimeException e) {
                // refused in one way or another; MirrorMemory asks for the check sum before
            }
        }
    }
}
