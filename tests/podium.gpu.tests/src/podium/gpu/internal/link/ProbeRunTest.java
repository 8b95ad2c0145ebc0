// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.core.link.LinkEnd;
import podium.core.link.LinkProbeException;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.LinkResult;
import podium.core.link.LinkResult.Verdict;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;

class ProbeRunTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final FakeCuda cuda = new FakeCuda(3);
    private final List<LinkProgress> progress = new ArrayList<>();
    private Map<Integer, String> held = Map.of();
    private boolean evenHeld;
    private boolean cancelled;

    @Test
    void everyPairAndTheHostAreMeasuredBothWays() {
        cuda.speed(FakeCuda.HOST, 0, 50e9);
        cuda.speed(0, 1, 41e9);
        cuda.speed(1, 0, 42e9);
        LinkReport report = measure(Locals.idle(3));
        assertEquals(3 * 2 + 3 * 2, report.links().size());
        assertEquals(50e9, speed(report, "host", "0"), 1e9);
        assertEquals(41e9, speed(report, "0", "1"), 1e9);
        assertEquals(42e9, speed(report, "1", "0"), 1e9);
        assertEquals(3e-6, result(report, "0", "1").latency().orElseThrow(), 1e-7, "of a copy of four bytes");
        assertEquals("12.8", report.driver());
        assertEquals(NOON, report.at());
        assertEquals(132, report.devices().get(2).multiprocessors().orElseThrow());
        assertEquals(new LinkProgress(0, 12), progress.getFirst());
        assertEquals(new LinkProgress(12, 12), progress.getLast());
    }

    @Test
    void whatIsSlowerThanSeventyInAHundredOfTheExpectedIsSlow() {
        double nominal = 5 * 0.787692e9 * 16;
        cuda.speed(FakeCuda.HOST, 0, 0.72 * nominal);
        cuda.speed(0, FakeCuda.HOST, 0.65 * nominal);
        LinkReport report = measure(Locals.idle(1));
        assertEquals("PCIe 5 x16", result(report, "host", "0").expected().words());
        assertEquals(Verdict.OK, result(report, "host", "0").verdict());
        assertEquals(Verdict.SLOW, result(report, "0", "host").verdict());
        assertEquals(List.of(result(report, "0", "host")), report.slow());
    }

    @Test
    void aPairWithoutPeerAccessIsMeasuredAndNotJudged() {
        cuda.access = false;
        LinkReport report = measure(Locals.idle(2));
        LinkResult pair = result(report, "0", "1");
        assertTrue(pair.bytesPerSecond().isPresent());
        assertEquals(Verdict.UNKNOWN, pair.verdict());
        assertTrue(
                pair.expected().words().contains("no peer access"),
                pair.expected().words());
        assertTrue(cuda.events.stream().noneMatch(event -> event.contains("reaches")));
    }

    @Test
    void nvLinksAreExpectedBySpeedAndNumber() {
        LocalDevice one = linked(0, 1);
        LocalDevice other = linked(1, 0);
        cuda.speed(0, 1, 60e9);
        cuda.speed(1, 0, 90e9);
        LinkReport report = measure(List.of(one, other));
        assertEquals(100e9, result(report, "0", "1").expected().bytesPerSecond().orElseThrow());
        assertEquals(Verdict.SLOW, result(report, "0", "1").verdict());
        assertEquals(Verdict.OK, result(report, "1", "0").verdict());
    }

    @Test
    void aDeviceThatATaskHoldsIsLeftOutUntilToldOtherwise() {
        held = Map.of(1, "default/train-0");
        LinkReport report = measure(Locals.idle(3));
        assertEquals(Map.of(1, "held by default/train-0"), report.leftOut());
        assertEquals(Set.of("0", "2", "host"), ends(report));
        assertTrue(cuda.events.stream().noneMatch(ProbeRunTest::touchesOne), "not touched");
        evenHeld = true;
        assertEquals(Set.of("0", "1", "2", "host"), ends(measure(Locals.idle(3))));
    }

    @Test
    void aDeviceWithAProcessIsLeftOutWhoeverStartedIt() {
        List<LocalDevice> devices = List.of(
                Locals.gpu(0).process(4711, "python3").made(),
                Locals.gpu(1).processesNotTold().made(),
                Locals.gpu(2).made());
        assertEquals(
                Map.of(
                        0, "in use by process 4711 (python3)",
                        1, "the driver does not say whether it is in use"),
                measure(devices).leftOut());
    }

    @Test
    void aTaskThatComesMeanwhileKeepsItsDevice() {
        cuda.onCopy = () -> held = Map.of(1, "default/new-0");
        LinkReport report = measure(Locals.idle(2));
        LinkResult late = result(report, "0", "1");
        assertTrue(late.bytesPerSecond().isEmpty());
        assertEquals(
                "GPU 1 is held by default/new-0 since the measurement began.",
                late.problem().orElseThrow());
        assertTrue(cuda.events.stream().noneMatch(ProbeRunTest::touchesOne));
        assertEquals(6, progress.getLast().done());
    }

    @Test
    void whatCannotBeMeasuredIsLeftOutWithTheReasonEvenWhenToldTwice() {
        evenHeld = true;
        List<LocalDevice> devices = List.of(
                Locals.gpu(0).lost().made(),
                Locals.gpu(1)
                        .fact(DeviceProperty.MIG, new PropertyValue.Switch(true, "an"))
                        .made(),
                Locals.gpu(2).made(),
                Locals.gpu(3).made());
        assertEquals(
                Map.of(
                        0, "the driver does not get an answer from it",
                        1, "cut into slices (MIG), which have no links of their own",
                        3, "CUDA does not show it to this process (CUDA_VISIBLE_DEVICES?)"),
                measure(devices).leftOut());
    }

    @Test
    void aDeviceIsFoundByItsPlaceWhereItsIdentifierIsAnother() {
        LinkReport report = measure(List.of(Locals.gpu(2).uuid("").made()));
        assertEquals(2, report.devices().getFirst().index());
    }

    @Test
    void whatIsTrueOfSeveralDevicesIsSaidOnce() {
        held = Map.of(1, "a/b");
        List<LocalDevice> devices = List.of(
                Locals.gpu(0).processesNotTold().made(),
                Locals.gpu(1).made(),
                Locals.gpu(2).processesNotTold().made());
        LinkProbeException none = assertThrows(LinkProbeException.class, () -> measure(devices));
        assertEquals(
                "No device was measured: GPUs 0, 2: the driver does not say whether it is in use; GPU 1: held by a/b.",
                none.getMessage());
    }

    @Test
    void nothingToMeasureSaysWhy() {
        held = Map.of(0, "a/b");
        LinkProbeException none = assertThrows(LinkProbeException.class, () -> measure(Locals.idle(1)));
        assertEquals("No device was measured: GPU 0: held by a/b.", none.getMessage());
        assertEquals(
                "There is no device to measure.",
                assertThrows(LinkProbeException.class, () -> measure(List.of())).getMessage());
    }

    @Test
    void aDeviceThatFailsCostsItsLinksOnly() {
        cuda.broken = 1;
        LinkReport report = measure(Locals.idle(3));
        assertEquals(12, report.links().size());
        assertEquals(
                "cuDevicePrimaryCtxRetain answers CUDA_ERROR_DEVICE_UNAVAILABLE (46).",
                result(report, "2", "1").problem().orElseThrow());
        assertTrue(result(report, "0", "2").bytesPerSecond().isPresent());
        assertEquals(0, cuda.open);
    }

    @Test
    void memoryIsBoundedAndEverythingIsGivenBack() {
        measure(Locals.idle(3));
        assertEquals(2 * CopyBenchmark.BYTES, cuda.mostBytes, "two buffers at a time, however many devices");
        assertEquals(2, cuda.mostOpen);
        assertEquals(0, cuda.bytes);
        assertEquals(0, cuda.open);
    }

    @Test
    void cancellingEndsItAfterTheCopyThatRuns() {
        cuda.onCopy = () -> cancelled = true;
        assertThrows(CopyBenchmark.Cancelled.class, () -> measure(Locals.idle(2)));
        assertTrue(cuda.events.size() <= 3, cuda.events.toString());
        assertEquals(0, cuda.bytes);
        assertEquals(0, cuda.open);
    }

    @Test
    void aVerySlowLinkIsCopiedOverOnceARound() {
        cuda.speed(FakeCuda.HOST, 0, 1e8);
        LinkReport report = measure(Locals.idle(1));
        assertEquals(1e8, speed(report, "host", "0"), 1e6);
        assertEquals(Verdict.SLOW, result(report, "host", "0").verdict());
    }

    private static boolean touchesOne(String event) {
        return event.startsWith("1>") || event.endsWith(">1");
    }

    private static LocalDevice linked(int index, int other) {
        return Locals.gpu(index)
                .neighbour(other, PeerDevice.Way.SYSTEM, 4)
                .fact(DeviceProperty.NVLINK_SPEED, new PropertyValue.Quantity(25e9))
                .made();
    }

    private LinkReport measure(List<LocalDevice> devices) {
        return new ProbeRun(cuda, () -> held, evenHeld, progress::add, () -> cancelled)
                .measure(devices, InstantSource.fixed(NOON));
    }

    private static double speed(LinkReport report, String from, String to) {
        return result(report, from, to).bytesPerSecond().orElseThrow();
    }

    private static LinkResult result(LinkReport report, String from, String to) {
        return report.links().stream()
                .filter(link ->
                        name(link.from()).equals(from) && name(link.to()).equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ends(LinkReport report) {
        return report.links().stream().map(link -> name(link.from())).collect(Collectors.toSet());
    }

    private static String name(LinkEnd end) {
        return switch (end) {
            case LinkEnd.Host() -> "host";
            case LinkEnd.Device(int index) -> Integer.toString(index);
        };
    }
}
