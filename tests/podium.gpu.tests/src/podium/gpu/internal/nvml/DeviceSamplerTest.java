// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSamplerTest {
    private static final String GPU = """
        count 1
        0.utilization 97 43
        0.memory 80 1 2 77
        0.power 688123
        0.temperature 61
        0.clock.1 1980
        0.reasons 4
        0.ecc.0.0 12
        0.ecc.1.0 1
        """;

    @Test
    void aSampleHoldsWhatTheDeviceTellsAndNothingElse(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says(GPU);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            DeviceSampler sampler = sampler(nvml, arena);
            sampler.sample();

            assertEquals(0.97, sampler.value(SampleField.ACTIVITY), 1e-9);
            assertEquals(77, sampler.value(SampleField.MEMORY_USED), 1e-9);
            assertEquals(688.123, sampler.value(SampleField.POWER), 0, "no noise behind the last digit");
            assertEquals(61, sampler.value(SampleField.TEMPERATURE), 1e-9);
            assertEquals(1.98e9, sampler.value(SampleField.SM_CLOCK), 1e-9);
            assertEquals(4, sampler.value(SampleField.THROTTLE_REASONS), 1e-9);
            assertEquals(12, sampler.value(SampleField.ECC_CORRECTED), 1e-9);
            assertEquals(1, sampler.value(SampleField.ECC_UNCORRECTED), 1e-9);
            assertFalse(sampler.has(SampleField.ENERGY));
            assertEquals(NvmlCode.NOT_SUPPORTED, sampler.code(SampleField.ENERGY));
        }
    }

    @Test
    void aLostDeviceIsSeenAsLost(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says(GPU);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            DeviceSampler sampler = sampler(nvml, arena);
            sampler.sample();
            assertFalse(sampler.code(SampleField.POWER).deviceIsGone());
            stub.says(GPU + "0.*! 15\n");
            sampler.sample();
            assertTrue(sampler.code(SampleField.POWER).deviceIsGone());
            assertFalse(sampler.has(SampleField.POWER));
        }
    }

    @Test
    void samplingAllocatesNothing(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says(GPU);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            DeviceSampler sampler = sampler(nvml, arena);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (int i = 0; i < 20_000; i++) {
                sampler.sample();
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                sampler.sample();
            }
            long perSample = (threads.getCurrentThreadAllocatedBytes() - before) / 10_000;
            assertEquals(0, perSample, "bytes for each sample");
        }
    }

    private static DeviceSampler sampler(Nvml nvml, Arena arena) {
        return nvml.devices().get().orElseThrow().present().getFirst().sampler(arena);
    }
}
