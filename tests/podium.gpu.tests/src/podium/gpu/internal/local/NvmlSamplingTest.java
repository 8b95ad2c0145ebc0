// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalAccelerators.LocalProcess;
import podium.core.machine.LocalAccelerators.RemappedRows;
import podium.core.machine.LocalAccelerators.State;
import podium.core.machine.MetricsWriter.Format;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Value;
import podium.core.metrics.Sample;
import podium.gpu.internal.exporter.ExporterText;
import podium.gpu.internal.metrics.DeviceText;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlStub;
import podium.model.fleet.Health;
import podium.testkit.Await;

class NvmlSamplingTest {
    private static final String TWO = """
        driver 580.105.08
        count 2
        0.name NVIDIA H100 80GB HBM3
        0.uuid GPU-a
        0.pci 00000000:9B:00.0
        0.memory 80 1 2 77
        0.utilization 97 43
        0.power 688123
        0.rows 3 1 1 0
        0.pcie.0 10
        0.replays 7
        0.nodes 0x2
        program.4711 /usr/bin/train
        0.link.0 1
        0.linkremote.0 00000000:05:00.0
        0.linkerrors.0.3 9
        0.events 1
        0.processes 1
        0.process.0 4711 1024 4294967295 4294967295
        0.graphics 1
        0.graphic.0 4711 1024 4294967295 4294967295
        1.uuid GPU-b
        1.power 100000
        1.events 1
        """;

    private static final SamplingRates QUICK =
            new SamplingRates(millis(10), millis(10), millis(10), millis(150), millis(50), millis(300));

    @TempDir
    private Path folder;

    private final Map<String, Double> sunk = new ConcurrentHashMap<>();
    private NvmlStub stub;
    private NvmlSampling sampling;

    @BeforeEach
    void compile() throws Exception {
        stub = NvmlStub.compile(folder);
    }

    @AfterEach
    void close() {
        if (sampling != null) {
            sampling.close();
        }
    }

    @Test
    void whatTheDevicesTellIsInTheStateAndInTheSink() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        LocalDevice first = awaitDevice(0, device -> device.readings().containsKey(Metric.PCIE_REPLAYS));

        assertEquals(
                new DeviceReport(
                        0,
                        "GPU-a",
                        "NVIDIA H100 80GB HBM3",
                        OptionalLong.of(80),
                        "00000000:9B:00.0",
                        OptionalInt.of(1),
                        Health.UNKNOWN,
                        ""),
                first.device());
        assertEquals(new Condition.Answering(), first.condition());
        assertEquals(688.123, value(first, Metric.POWER), 1e-9);
        assertEquals(0.97, value(first, Metric.ACTIVITY), 1e-9);
        assertEquals(10240, value(first, Metric.PCIE_TX), 1e-9);
        assertEquals(4, value(first, Metric.REMAPPED_ROWS), 1e-9);
        assertFalse(first.readings().containsKey(Metric.TEMPERATURE), "what it does not tell is unknown");
        assertEquals(
                Optional.of(new RemappedRows(3, 1, true, false)),
                first.details().rows());
        assertEquals(
                List.of(new LocalLink(
                        0,
                        true,
                        OptionalInt.empty(),
                        "00000000:05:00.0",
                        LinkEnd.UNKNOWN,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Map.of("crc_data", 9L))),
                first.details().links());
        assertEquals(
                Optional.of(
                        List.of(new LocalProcess(4711, "/usr/bin/train", OptionalLong.of(1024), OptionalInt.empty()))),
                first.details().processes(),
                "a process that computes and draws is one");
        Await.until("the sink has both", () -> sunk.keySet().containsAll(Set.of("0 POWER", "1 POWER")));
        assertEquals(100, sunk.get("1 POWER"), 1e-9);
        assertEquals(Optional.empty(), awaitDevice(1, device -> true).details().processes(), "not told is not none");
    }

    @Test
    void anXidReachesTheDeviceItIsOf() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(1, device -> device.readings().containsKey(Metric.XID));
        assertEquals(0, sunk.get("1 XID"), "listened to, and none came");
        stub.says(TWO + "xid 1 79\n");
        LocalDevice second = awaitDevice(1, device -> value(device, Metric.XID) == 79);
        assertEquals(79, sunk.get("1 XID"));
        assertEquals(new Condition.Answering(), second.condition(), "an XID alone is no loss");
        assertEquals(0, sunk.get("0 XID"));
    }

    @Test
    void withoutADriverItSaysWhyAndFindsOneThatComes() throws Throwable {
        stub.says("init! 9\n");
        start(QUICK);
        State.NoDriver none = Await.present(
                "a reason",
                () -> sampling.state() instanceof State.NoDriver state ? Optional.of(state) : Optional.empty());
        assertTrue(none.reason().contains("the NVIDIA driver is not loaded"), none.reason());
        stub.says(TWO);
        assertEquals("GPU-b", awaitDevice(1, device -> true).device().uuid());
    }

    @Test
    void devicesAreFoundAnewAfterTheDriverWasReloaded() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(1, device -> device.readings().containsKey(Metric.POWER));
        stub.says(TWO + "init! 9\n0.*! 1\n1.*! 1\n");
        Await.until("the loss is seen", () -> sampling.state() instanceof State.NoDriver);
        stub.says(TWO.replace("count 2", "count 3") + "2.uuid GPU-c\n2.power 5000\n");
        LocalDevice third = awaitDevice(2, device -> device.readings().containsKey(Metric.POWER));
        assertEquals("GPU-c", third.device().uuid());
        assertEquals(5, value(third, Metric.POWER), 1e-9);
    }

    @Test
    void aLostDeviceHasNoNumbersAndTheOthersGoOn() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(0, device -> device.readings().containsKey(Metric.POWER));
        stub.says(TWO + "0.*! 15\n0.handle! 15\n");
        LocalDevice lost = awaitDevice(0, device -> device.condition() instanceof Condition.Lost);
        assertTrue(((Condition.Lost) lost.condition()).reason().contains("fallen off the bus"));
        Await.until("known as missing when opened again", () -> running().stream()
                .anyMatch(device -> device.device().index() == 0
                        && device.device().uuid().equals("GPU-a")
                        && device.condition() instanceof Condition.Lost
                        && device.readings().isEmpty()));
        sunk.clear();
        Await.until("the other is sampled", () -> sunk.containsKey("1 POWER"));
        stub.says(TWO);
        awaitDevice(
                0,
                device -> device.condition() instanceof Condition.Answering
                        && device.readings().containsKey(Metric.POWER));
    }

    @Test
    void aCallThatDoesNotReturnMarksTheDeviceAndHoldsUpNobodyWhoAsks() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(0, device -> device.readings().containsKey(Metric.POWER));
        stub.says(TWO + "0.power~ 1500\n");
        LocalDevice stalled = awaitDevice(0, device -> device.condition() instanceof Condition.Stalled);
        long before = System.nanoTime();
        LocalDevice other = device(1).orElseThrow();
        Duration asked = Duration.ofNanos(System.nanoTime() - before);

        assertTrue(((Condition.Stalled) stalled.condition()).reason().contains("nvmlDeviceGetPowerUsage"));
        assertTrue(other.condition() instanceof Condition.Stalled waits
                && waits.reason().contains("waits for GPU 0"));
        assertTrue(asked.toMillis() < 1400, "the call takes longer: " + asked);
        stub.says(TWO);
        awaitDevice(0, device -> device.condition() instanceof Condition.Answering);
    }

    @Test
    void theTextForOthersHoldsTheNumbersTheDriverTold() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(0, device -> device.readings().containsKey(Metric.PCIE_REPLAYS));
        awaitDevice(1, device -> device.readings().containsKey(Metric.POWER));
        byte[] text = new DeviceText().write(sampling.state(), "node-a", Format.OPENMETRICS);
        List<DeviceSample> read = new ExporterText().parse(text).samples();

        assertEquals(
                List.of("GPU-a", "GPU-b"), read.stream().map(DeviceSample::uuid).toList());
        Map<Metric, Double> first =
                read.getFirst().values().stream().collect(Collectors.toMap(Value::metric, Value::value));
        assertEquals(688.123, first.get(Metric.POWER), 1e-9);
        assertEquals(0.97, first.get(Metric.ACTIVITY), 1e-9);
        assertEquals(77, first.get(Metric.MEMORY_USED), 1e-9);
        assertEquals(10240, first.get(Metric.PCIE_TX), 1e-9);
        assertEquals(4, first.get(Metric.REMAPPED_ROWS), 1e-9);
        assertEquals(7, first.get(Metric.PCIE_REPLAYS), 1e-9);
        assertFalse(first.containsKey(Metric.TEMPERATURE), "what the driver does not tell is in no text");
    }

    @Test
    void closingEndsItsThreads() throws Throwable {
        stub.says(TWO);
        start(QUICK);
        awaitDevice(0, device -> device.readings().containsKey(Metric.POWER));
        assertEquals(4, threads().size(), threads().toString());
        sampling.close();
        Await.until("no thread of it is left", () -> threads().isEmpty());
    }

    @Test
    void closingDoesNotWaitForADriverThatHangs() throws Throwable {
        stub.says(TWO + "0.power~ 6000\n");
        start(QUICK);
        awaitDevice(0, device -> device.condition() instanceof Condition.Stalled);
        long before = System.nanoTime();
        sampling.close();
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 4500);
        stub.says(TWO);
        Await.until(
                "the hung thread ends when the call returns", () -> threads().isEmpty());
    }

    private void start(SamplingRates pace) {
        sampling = new NvmlSampling(
                () -> Nvml.open(stub.library()),
                pace,
                (index, metric, time, value) -> sunk.put(index + " " + metric, value));
    }

    private LocalDevice awaitDevice(int index, Predicate<LocalDevice> condition) {
        return Await.present("device " + index, () -> device(index).filter(condition));
    }

    private Optional<LocalDevice> device(int index) {
        return running().stream()
                .filter(device -> device.device().index() == index)
                .findFirst();
    }

    private List<LocalDevice> running() {
        return sampling.state() instanceof State.Running state ? state.devices() : List.of();
    }

    private static double value(LocalDevice device, Metric metric) {
        Sample reading = device.readings().get(metric);
        return reading == null ? Double.NaN : reading.value();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("podium-nvml"))
                .collect(Collectors.toSet());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
