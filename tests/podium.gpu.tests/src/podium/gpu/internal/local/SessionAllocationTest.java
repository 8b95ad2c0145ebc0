// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.metrics.Metric;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlStub;

/** The whole way of a sample, from the beat to the sink, long before the last compiler takes allocations away. */
class SessionAllocationTest {
    private static final int STRETCH = 100;
    private static final int STRETCHES = 30;

    @Test
    void oneSampleOfAllDevicesAllocatesNothing(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("count 2\n0.power 688123\n1.power 100000\n");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[STRETCH * STRETCHES + 1];
        int[] at = new int[1];
        CountDownLatch all = new CountDownLatch(bytes.length);
        SamplingRates pace = new SamplingRates(
                Duration.ofMillis(1),
                Duration.ofHours(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofHours(1));
        try (Sampling _ = new NvmlSampling(() -> Nvml.open(stub.library()), pace, (index, metric, time, value) -> {
            if (index == 1 && metric == Metric.POWER && at[0] < bytes.length) {
                bytes[at[0]++] = threads.getCurrentThreadAllocatedBytes();
                all.countDown();
            }
        })) {
            assertTrue(all.await(120, TimeUnit.SECONDS));
        }
        long least = IntStream.range(0, STRETCHES)
                .mapToLong(i -> bytes[(i + 1) * STRETCH] - bytes[i * STRETCH])
                .min()
                .orElseThrow();
        assertEquals(0, least, "bytes in the best stretch of " + STRETCH + " samples; a compiler may disturb others");
    }
}
