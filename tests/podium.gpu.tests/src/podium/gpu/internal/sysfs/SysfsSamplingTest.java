// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.State;
import podium.core.metrics.Metric;
import podium.testkit.Await;

class SysfsSamplingTest {
    private static final Duration QUICK = Duration.ofMillis(20);

    @TempDir
    private Path root;

    private final Map<String, Double> sunk = new ConcurrentHashMap<>();
    private SysfsSampling sampling;

    @AfterEach
    void close() {
        if (sampling != null) {
            sampling.close();
        }
    }

    @Test
    void cardsAreCountedBehindThoseOfNvidia() throws IOException {
        SysfsTree.grow(root, "nvidia-and-intel.txt");
        start();
        List<LocalDevice> devices = awaitDevices(2);
        assertEquals(
                List.of("1 0000:03:00.0", "2 0000:04:00.0"),
                devices.stream()
                        .map(local ->
                                local.device().index() + " " + local.device().pciBusId())
                        .toList(),
                "the bridge of NVIDIA is no GPU");
        Await.until("the sink has both", () -> sunk.containsKey("1 ENERGY") && sunk.containsKey("2 ENERGY"));
        assertEquals(77, sunk.get("2 ENERGY"), 1e-9);
    }

    @Test
    void aConnectorIsNoCard() throws IOException {
        SysfsTree.grow(root, "mi300x-and-mi210.txt");
        start();
        assertEquals(
                List.of("AMD Instinct MI300X OAM", "AMD GPU 1002:740f"),
                awaitDevices(2).stream().map(local -> local.device().model()).toList());
    }

    @Test
    void aMachineWithoutThemSaysSoAndFindsOneThatComes() throws IOException {
        start();
        assertTrue(
                sampling.state() instanceof State.NoDriver none && none.reason().contains("AMD or Intel"));
        SysfsTree.grow(root, "mi300x-and-mi210.txt");
        awaitDevices(2);
    }

    @Test
    void aCardWhoseDriverWasUnloadedIsLostAndComesBackUnderItsIndex() throws IOException {
        SysfsTree tree = SysfsTree.grow(root, "mi300x-and-mi210.txt");
        start();
        Await.until("sampled", () -> device(0)
                .filter(one -> one.readings().containsKey(Metric.POWER))
                .isPresent());
        tree.delete("devices/pci0000:00/0000:05:00.0/driver");
        LocalDevice lost =
                Await.present("lost", () -> device(0).filter(one -> one.condition() instanceof Condition.Lost));
        assertEquals(Map.of(), lost.readings());
        assertTrue(((Condition.Lost) lost.condition()).reason().contains("0000:05:00.0"));
        assertTrue(device(1).orElseThrow().condition() instanceof Condition.Answering);
        Files.createSymbolicLink(
                root.resolve("devices/pci0000:00/0000:05:00.0/driver"), Path.of("../../../bus/pci/drivers/amdgpu"));
        Await.until("back", () -> device(0)
                .filter(one -> one.readings().containsKey(Metric.POWER))
                .isPresent());
    }

    private void start() {
        sampling = new SysfsSampling(
                root, QUICK, QUICK, (index, metric, time, value) -> sunk.put(index + " " + metric, value));
    }

    private List<LocalDevice> awaitDevices(int count) {
        Await.until(count + " devices", () -> devices().size() == count);
        return devices();
    }

    private Optional<LocalDevice> device(int index) {
        return devices().stream().filter(one -> one.device().index() == index).findFirst();
    }

    private List<LocalDevice> devices() {
        return sampling.state() instanceof State.Running running ? running.devices() : List.of();
    }
}
