// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.gpu.internal.local.NvmlSampling;
import podium.gpu.internal.nvml.DeviceSampler;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlDevice;
import podium.gpu.internal.nvml.SampleField;

/**
 * The agent's side of P13, in a process with the agent's flags. Arguments: library, rounds, samples a round, milliseconds
 * between two samples (0: none). Prints {@code round CPU-NANOSECONDS ALLOCATED-BYTES} for each round: of the thread that
 * samples.
 */
public final class SamplingChild {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private SamplingChild() {}

    public static void main(String[] args) throws Exception {
        Path library = Path.of(args[0]);
        int rounds = Integer.parseInt(args[1]);
        int samples = Integer.parseInt(args[2]);
        int millis = Integer.parseInt(args[3]);
        if (millis == 0) {
            loop(library, rounds, samples);
        } else {
            paced(library, rounds, Duration.ofMillis((long) samples * millis), Duration.ofMillis(millis));
        }
        System.exit(0);
    }

    /** One sample after the other. */
    private static void loop(Path library, int rounds, int samples) throws Exception {
        double sum = 0;
        try (Nvml nvml = Nvml.open(library);
                Arena arena = Arena.ofConfined()) {
            List<NvmlDevice> devices = nvml.devices().get().orElseThrow().present();
            DeviceSampler[] samplers =
                    devices.stream().map(device -> device.sampler(arena)).toArray(DeviceSampler[]::new);
            SampleField[] fields = SampleField.values();
            long id = Thread.currentThread().threadId();
            for (int round = 0; round < rounds; round++) {
                long cpu = THREADS.getCurrentThreadCpuTime();
                long bytes = THREADS.getThreadAllocatedBytes(id);
                for (int sample = 0; sample < samples; sample++) {
                    for (DeviceSampler sampler : samplers) {
                        sampler.sample();
                        for (SampleField field : fields) {
                            if (sampler.has(field)) {
                                sum += sampler.value(field);
                            }
                        }
                    }
                }
                print(THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getThreadAllocatedBytes(id) - bytes);
            }
        }
        if (sum <= 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    /** As the agent does it, on its own thread. */
    private static void paced(Path library, int rounds, Duration round, Duration period) throws Exception {
        try (Sampling _ = NvmlSampling.start(Optional.of(library), period, (index, metric, time, value) -> {})) {
            long id = samplingThread();
            for (int i = 0; i < rounds; i++) {
                long cpu = THREADS.getThreadCpuTime(id);
                long bytes = THREADS.getThreadAllocatedBytes(id);
                Thread.sleep(round);
                print(THREADS.getThreadCpuTime(id) - cpu, THREADS.getThreadAllocatedBytes(id) - bytes);
            }
        }
    }

    private static long samplingThread() throws InterruptedException {
        while (true) {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("podium-nvml-sampling")) {
                    return thread.threadId();
                }
            }
            Thread.sleep(10);
        }
    }

    private static void print(long cpu, long bytes) {
        System.out.println("round " + cpu + " " + bytes);
    }
}
