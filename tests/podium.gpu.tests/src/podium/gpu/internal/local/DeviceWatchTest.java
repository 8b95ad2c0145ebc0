// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.machine.LocalAccelerators.Sink;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlStub;

class DeviceWatchTest {
    @Test
    void aSampleOnItsWayToTheSinkAllocatesNothing(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("count 1\n0.power 688123\n0.temperature 61\n0.utilization 97 43\n0.memory 80 1 2 77\n");
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            DeviceWatch watch = new DeviceWatch(
                    nvml.devices().get().orElseThrow().present().getFirst(), arena, Duration.ofSeconds(5));
            double[] sum = new double[1];
            Sink sink = (index, metric, time, value) -> sum[0] += value;
            CallTimer clock = new CallTimer();
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            sample(watch, clock, sink, 20_000);
            sum[0] = 0;
            long before = threads.getCurrentThreadAllocatedBytes();
            sample(watch, clock, sink, 10_000);
            long perSample = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
            assertEquals(0, perSample, "bytes for each sample");
            assertEquals(10_000 * (688.123 + 61 + 0.97 + 77), sum[0], 1, "every sample reached the sink");
        }
    }

    private static void sample(DeviceWatch watch, CallTimer clock, Sink sink, int times) {
        for (int i = 0; i < times; i++) {
            clock.begin(watch.index());
            watch.sample(i, sink);
            clock.end();
        }
    }
}
