// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.machine.LocalAccelerators.State;
import podium.gpu.internal.machine.MachineAccelerators.Both;
import podium.gpu.internal.nvml.NvmlStub;
import podium.gpu.internal.sysfs.SysfsTree;
import podium.model.fleet.Health;
import podium.testkit.Await;

class MachineAcceleratorsTest {
    @Test
    void aPeriodThatWouldLoadTheDriverIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new MachineAccelerators()
                .start(Duration.ofMillis(1), (index, metric, time, value) -> {}));
    }

    @Test
    void gpusOfAllMakersAreOneListAndTheDriverIsNvidias() throws Exception {
        State state = both(new State.Running("580", List.of(device(0))), new State.Running("", List.of(device(1))));
        assertEquals(new State.Running("580", List.of(device(0), device(1))), state);
    }

    @Test
    void withoutADriverOfNvidiaTheOthersAreThere() throws Exception {
        State others = new State.Running("", List.of(device(0)));
        assertEquals(others, both(new State.NoDriver("none"), others));
    }

    @Test
    void withoutAnyTheReasonIsNvidias() throws Exception {
        assertEquals(
                new State.NoDriver("no library"), both(new State.NoDriver("no library"), new State.NoDriver("no")));
        assertEquals(new State.Starting(), both(new State.Starting(), new State.NoDriver("no")));
    }

    @Test
    void theLibraryAndSysfsMayLieElsewhere(@TempDir Path folder, @TempDir Path sys) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("driver 580\ncount 1\n0.uuid GPU-a\n0.power 1000\n");
        SysfsTree.grow(sys, "nvidia-and-intel.txt");
        System.setProperty(MachineAccelerators.LIBRARY, stub.library().toString());
        System.setProperty(MachineAccelerators.SYSFS, sys.toString());
        try (Sampling sampling =
                new MachineAccelerators().start(Duration.ofMillis(50), (index, metric, time, value) -> {})) {
            Await.until(
                    "all three",
                    () -> sampling.state() instanceof State.Running running
                            && running.devices().size() == 3);
            assertTrue(sampling.state() instanceof State.Running running
                    && running.devices().getFirst().device().uuid().equals("GPU-a"));
        } finally {
            System.clearProperty(MachineAccelerators.LIBRARY);
            System.clearProperty(MachineAccelerators.SYSFS);
        }
    }

    private static State both(State nvidia, State others) {
        try (Sampling both = new Both(fixed(nvidia), fixed(others))) {
            return both.state();
        }
    }

    private static Sampling fixed(State state) {
        return new Sampling() {
            @Override
            public State state() {
                return state;
            }

            @Override
            public void close() {}
        };
    }

    private static LocalDevice device(int index) {
        return new LocalDevice(
                new DeviceReport(index, "", "", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""),
                new Condition.Answering(),
                Map.of(),
                LocalDetails.none());
    }
}
