// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.kubelet.DeviceManager.Holder;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scenario.AcceleratorModel;
import podium.simulator.internal.scenario.HardwareCatalog;
import podium.simulator.internal.scenario.HardwareFaultLog;

/** What an accelerator measures, from who holds it, what is wrong with it, and the time. */
class SensorModelTest {

    private static final Instant BUILT = Rig.START.minus(Duration.ofDays(1));

    private final HardwareCatalog hardware = new HardwareCatalog();
    private final SensorModel sensors = new SensorModel(new RandomSource(3), BUILT);

    private AcceleratorReading read(
            AcceleratorModel model, Optional<Holder> holder, List<HardwareFaultLog.Entry> faults, Instant time) {
        return sensors.read("n1", 0, model, holder, Duration.ZERO, faults, time);
    }

    private AcceleratorReading idle(String model) {
        return read(hardware.accelerator(model), Optional.empty(), List.of(), Rig.START);
    }

    private AcceleratorReading working(String model, String profile) {
        Holder holder = Bench.holder(profile, Rig.START.minus(Duration.ofMinutes(20)));
        return read(hardware.accelerator(model), Optional.of(holder), List.of(), Rig.START);
    }

    private static HardwareFaultLog.Entry fault(String kind, int code) {
        return new HardwareFaultLog.Entry(kind, "n1", 0, code, BUILT, Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h100", "gb200", "a100", "l40s", "t4", "mi300x", "gaudi3", "tpu-v5e", "rtx4090"})
    void aFreeAcceleratorRests(String id) {
        AcceleratorModel model = hardware.accelerator(id);
        AcceleratorReading reading = idle(id);
        assertEquals(0, reading.load().active());
        assertEquals(model.idleWatts(), reading.powerWatts(), 0.02 * model.idleWatts());
        assertTrue(reading.celsius() > 20 && reading.celsius() < 42, "°C " + reading.celsius());
        assertEquals(1, reading.throttle(), "NVML's bit for idle clocks");
        assertTrue(reading.smClock() < 0.2 * model.smClock());
        assertEquals(0, reading.xid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h100", "gb200", "a100", "l40s", "t4", "mi300x", "gaudi3", "tpu-v5e", "rtx4090"})
    void workStaysWithinWhatTheBoardCanDo(String id) {
        AcceleratorModel model = hardware.accelerator(id);
        for (int second = 0; second < 3600; second += 11) {
            Holder holder = Bench.holder("training", Rig.START);
            AcceleratorReading reading = read(model, Optional.of(holder), List.of(), Rig.START.plusSeconds(second));
            assertTrue(reading.powerWatts() <= model.maxWatts() * 1.01, "W " + reading.powerWatts());
            assertTrue(reading.powerWatts() >= model.idleWatts() * 0.98, "W " + reading.powerWatts());
            assertTrue(reading.memoryMiB() >= 1 && reading.memoryMiB() <= model.memoryMiB());
            assertTrue(reading.smClock() <= model.smClock() && reading.smClock() % 15 == 0);
            assertTrue(reading.celsius() < 90 && reading.memoryCelsius() > reading.celsius());
            assertTrue(reading.linkBytes() <= model.linkGBs() * 1_000_000_000L / 2);
        }
    }

    @Test
    void trainingDrawsMoreThanANotebook() {
        assertTrue(working("h100", "training").powerWatts()
                > 1.5 * working("h100", "notebook").powerWatts());
        assertTrue(working("h100", "training").celsius()
                > working("h100", "notebook").celsius());
    }

    @Test
    void cardsWithoutLinksSendNothingOverThem() {
        assertEquals(0, working("l40s", "training").linkBytes());
        assertTrue(working("h100", "training").linkBytes() > 0);
    }

    @Test
    void anAcceleratorWarmsUpWithItsWork() {
        AcceleratorModel model = hardware.accelerator("h100");
        Holder holder = Bench.holder("evaluation", Rig.START);
        double early = read(model, Optional.of(holder), List.of(), Rig.START.plusSeconds(20))
                .celsius();
        double late = read(model, Optional.of(holder), List.of(), Rig.START.plusSeconds(900))
                .celsius();
        assertTrue(late > early + 5, early + " then " + late);
    }

    @Test
    void whatOverheatsIsHotterSlowerWeakerAndSaysWhy() {
        AcceleratorModel model = hardware.accelerator("h100");
        Optional<Holder> holder = Optional.of(Bench.holder("evaluation", Rig.START.minus(Duration.ofHours(1))));
        AcceleratorReading well = read(model, holder, List.of(), Rig.START);
        AcceleratorReading hot = read(model, holder, List.of(fault("thermal", 0)), Rig.START);
        assertTrue(hot.celsius() > well.celsius() + 10);
        assertTrue(hot.smClock() < 0.75 * well.smClock());
        assertTrue(hot.powerWatts() < well.powerWatts());
        assertEquals(0x20, hot.throttle(), "NVML's bit for software thermal slowdown");
        assertEquals(0, hot.xid());
    }

    @ParameterizedTest
    @CsvSource({"48, 1", "94, 1", "95, 1", "63, 0", "79, 0", "145, 0"})
    void anXidIsShownAndSomeAreMemoryErrors(int code, int uncorrectable) {
        AcceleratorReading reading =
                read(hardware.accelerator("h100"), Optional.empty(), List.of(fault("xid", code)), Rig.START);
        assertEquals(code, reading.xid());
        assertEquals(uncorrectable, reading.uncorrectable());
    }

    @Test
    void theFirstXidIsTheOneShownAmongOtherFaults() {
        List<HardwareFaultLog.Entry> faults = List.of(fault("thermal", 0), fault("xid", 63), fault("xid", 94));
        assertEquals(
                63,
                read(hardware.accelerator("h100"), Optional.empty(), faults, Rig.START)
                        .xid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"training", "inference", "notebook", "evaluation"})
    void energyNeverFallsNotEvenWhenTheWorkEnds(String profile) {
        AcceleratorModel model = hardware.accelerator("h100");
        long before = 0;
        for (int minute = 0; minute < 120; minute++) {
            Instant time = Rig.START.plus(Duration.ofMinutes(minute));
            boolean held = minute < 60;
            AcceleratorReading reading = sensors.read(
                    "n1",
                    0,
                    model,
                    held ? Optional.of(Bench.holder(profile, Rig.START)) : Optional.empty(),
                    held ? Duration.ZERO : Duration.ofMinutes(60),
                    List.of(),
                    time);
            assertTrue(reading.energyMillijoules() > before, "at minute " + minute);
            before = reading.energyMillijoules();
        }
    }

    @Test
    void anIdleDayCostsItsIdlePower() {
        AcceleratorModel model = hardware.accelerator("h100");
        assertEquals(model.idleWatts() * 86_400L * 1000, idle("h100").energyMillijoules());
        assertEquals(0, read(model, Optional.empty(), List.of(), BUILT).energyMillijoules());
        assertEquals(
                0,
                read(model, Optional.empty(), List.of(), BUILT.minusSeconds(9)).energyMillijoules());
    }

    @Test
    void askingTwiceGivesTheSameAnswerAndAnotherDeviceGivesAnother() {
        assertEquals(working("h100", "training"), working("h100", "training"));
        AcceleratorModel model = hardware.accelerator("h100");
        Optional<Holder> holder = Optional.of(Bench.holder("training", Rig.START.minusSeconds(600)));
        assertNotEquals(
                sensors.read("n1", 0, model, holder, Duration.ZERO, List.of(), Rig.START),
                sensors.read("n1", 1, model, holder, Duration.ZERO, List.of(), Rig.START));
        assertNotEquals(
                sensors.read("n1", 0, model, holder, Duration.ZERO, List.of(), Rig.START),
                sensors.read("n2", 0, model, holder, Duration.ZERO, List.of(), Rig.START));
    }

    @Test
    void aMebibyteIsWhatItIs() {
        assertEquals(1_048_576, SensorModel.bytes(1));
        assertEquals(524_288, SensorModel.bytes(0.5));
    }
}
