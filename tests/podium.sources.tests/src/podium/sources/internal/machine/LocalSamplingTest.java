// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.model.fleet.Health;

class LocalSamplingTest {
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private LocalAccelerators.State state =
            new LocalAccelerators.State.Running("580", List.of(device(0, "GPU-a"), device(1, "")));
    private final LocalSampling machine = new LocalSampling(this::start);

    @Test
    void nothingIsSampledUntilSomebodyAsks() {
        assertEquals(0, started.get());
        machine.find("GPU-a");
        machine.find("GPU-b");
        assertEquals(1, started.get(), "one sampling for all who ask");
    }

    @Test
    void aDeviceIsFoundByItsIdentifierOnly() {
        assertEquals(Optional.of(device(0, "GPU-a")), machine.find("GPU-a"));
        assertEquals(Optional.empty(), machine.find("GPU-b"));
        assertEquals(Optional.empty(), machine.find(""), "a device without an identifier is no other's");
    }

    @Test
    void aMachineWithoutADriverHasNone() {
        state = new LocalAccelerators.State.NoDriver("none");
        assertEquals(Optional.empty(), machine.find("GPU-a"));
    }

    @Test
    void stoppingEndsTheSamplingForGood() {
        machine.find("GPU-a");
        machine.stop();
        assertEquals(1, closed.get());
        machine.find("GPU-a");
        assertEquals(1, started.get());
    }

    @Test
    void stoppingWithoutHavingBeenAskedStartsNothing() {
        machine.stop();
        assertEquals(Optional.empty(), machine.find("GPU-a"));
        assertEquals(0, started.get());
    }

    private LocalAccelerators.Sampling start(Duration period, LocalAccelerators.Sink sink) {
        started.incrementAndGet();
        return new LocalAccelerators.Sampling() {
            @Override
            public LocalAccelerators.State state() {
                return state;
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private static LocalDevice device(int index, String uuid) {
        return new LocalDevice(
                new DeviceReport(index, uuid, "", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""),
                new Condition.Answering(),
                Map.of(),
                LocalDetails.none());
    }
}
