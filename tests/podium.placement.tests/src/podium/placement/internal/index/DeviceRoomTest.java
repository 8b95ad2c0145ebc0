// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

public class DeviceRoomTest {
    private static final String GPU = "nvidia.com/gpu";

    @ParameterizedTest
    @CsvSource({
        "2, 0, 2, 1000", // whole devices
        "2, 2000, 2, 1000", // the same said twice
        "0, 460, 1, 460", // a share of one
        "1, 460, 1, 460", // a share of one, with the count beside it
        "2, 1000, 2, 500", // half of each of two
        "0, 3000, 3, 1000", // whole devices in thousandths
        "0, 0, 0, 0"
    })
    void anAskIsDevicesAndThousandthsOfEach(long gpus, long thousandths, int devices, int each) {
        DeviceRequirement ask = DeviceRequirement.of(
                Resources.of(Map.of(GPU, gpus, DeviceRequirement.THOUSANDTHS, thousandths, "cpu", 4000L)));
        assertEquals(devices, ask.devices());
        assertEquals(each, ask.each());
        assertEquals(4000, ask.cores());
        assertEquals(each > 0 && each < 1000, ask.share());
    }

    @Test
    void aShareFitsOnlyWhereOneDeviceHasAsMuch() {
        DeviceRoom room = room(0, 300, 300);
        assertTrue(room.takes(share(300)));
        assertFalse(room.takes(share(301)), "two rests do not add up to one share");
        assertEquals(0.6, room.free(), 1e-9);
        assertEquals(300, room.largest());
    }

    @Test
    void aWholeDeviceIsNotMadeOfRests() {
        assertFalse(room(1, 900, 900).takes(whole(2)));
        assertTrue(room(2, 900).takes(whole(2)));
    }

    @Test
    void theChoicesAreTheDevicesThatDifferAndAnUntouchedOne() {
        List<DeviceRoom.Choice> choices = room(2, 500, 500, 400).choices(share(400));
        assertEquals(
                List.of(500, 400, 1000),
                choices.stream().map(DeviceRoom.Choice::from).toList());
        assertArrayEquals(new int[] {100, 500, 400}, choices.get(0).left().parts());
        assertArrayEquals(new int[] {500, 500}, choices.get(1).left().parts(), "used up to the last thousandth");
        assertEquals(1, choices.get(2).left().whole());
        assertEquals(4, choices.get(2).left().parts().length);
        assertEquals(
                400,
                room(2, 500, 500, 400).choices(share(400)).stream()
                        .mapToInt(DeviceRoom.Choice::from)
                        .min()
                        .orElseThrow());
    }

    @Test
    void theTightestDeviceIsTaken() {
        DeviceRoom left = room(1, 900, 450).tightest(share(400)).orElseThrow();
        assertEquals(
                List.of(50, 900), Arrays.stream(left.parts()).sorted().boxed().toList());
        assertEquals(1, left.whole());
    }

    @Test
    void coresAndMemoryGoWithTheDevices() {
        DeviceRoom room = new DeviceRoom(GPU, 4, DeviceRoom.NO_PARTS, 8000, 100);
        DeviceRequirement ask = new DeviceRequirement(GPU, 1, 1000, 6000, 60);
        DeviceRoom left = room.tightest(ask).orElseThrow();
        assertEquals(new DeviceRoom(GPU, 3, DeviceRoom.NO_PARTS, 2000, 40), left);
        assertTrue(left.tightest(ask).isEmpty(), "no cores are left for a second");
    }

    @Test
    void devicesOfAnotherKindDoNotCount() {
        assertFalse(room(4).takes(new DeviceRequirement("amd.com/gpu", 1, 1000, 0, 0)));
        assertTrue(room(4).takes(new DeviceRequirement("", 1, 500, 0, 0)), "a share names no kind");
    }

    @Test
    void sharesLieWhereASourceSaysAndElseAsTightAsTheyGo() {
        FleetBench bench = new FleetBench();
        bench.show(
                Seen.node("n", Labels.none(), offer(3)),
                Seen.pod("a", TaskPhase.RUNNING, "n", asks(600)),
                Seen.pod("b", TaskPhase.RUNNING, "n", asks(400)),
                Seen.pod("c", TaskPhase.RUNNING, "n", asks(700)),
                Seen.pod("done", TaskPhase.SUCCEEDED, "n", asks(900)));
        ClusterIndex index = new ClusterIndex(new SchedulingObjects());
        index.update(bench.node("n"));
        DeviceRoom packed = index.room(0);
        assertEquals(1, packed.whole());
        assertArrayEquals(new int[] {300}, packed.parts());
        for (int i = 0; i < 3; i++) {
            bench.task(List.of("a", "b", "c").get(i))
                    .getAccelerators()
                    .add(bench.node("n").getAccelerators().get(i));
        }
        index.update(bench.node("n"));
        DeviceRoom known = index.room(0);
        assertEquals(0, known.whole());
        assertArrayEquals(
                new int[] {300, 400, 600}, Arrays.stream(known.parts()).sorted().toArray());
        assertArrayEquals(new int[] {400, 600, 300}, index.freeDevices(0, bench.node("n")));
    }

    @Test
    void aNodeWithoutSharesCountsWhatItsPodsAskFor() {
        FleetBench bench = new FleetBench();
        bench.show(
                Seen.gpuNode("n", 8),
                Seen.node("cores", Labels.none(), Seen.gpus(0, 4000, 9)),
                Seen.pod("a", TaskPhase.RUNNING, "n", Seen.asks(3)));
        ClusterIndex index = new ClusterIndex(new SchedulingObjects());
        index.update(bench.node("n"));
        index.update(bench.node("cores"));
        assertEquals(new DeviceRoom(GPU, 5, DeviceRoom.NO_PARTS, 64_000, 1000), index.room(0));
        assertFalse(index.shares(0));
        assertEquals("", index.room(1).resource());
        assertEquals(0, index.freeDevices(1, bench.node("cores")).length);
    }

    private static DeviceRoom room(int whole, int... parts) {
        return new DeviceRoom(GPU, whole, parts, 64_000, 1 << 30);
    }

    private static DeviceRequirement share(int thousandths) {
        return new DeviceRequirement("", 1, thousandths, 0, 0);
    }

    private static DeviceRequirement whole(int devices) {
        return new DeviceRequirement(GPU, devices, 1000, 0, 0);
    }

    public static Resources offer(int gpus) {
        return Resources.of(Map.of(
                GPU,
                (long) gpus,
                DeviceRequirement.THOUSANDTHS,
                gpus * 1000L,
                "cpu",
                64_000L,
                "memory",
                1000L,
                "pods",
                110L));
    }

    public static TaskSpec asks(int thousandths) {
        return TaskSpec.of(Resources.of(Map.of(DeviceRequirement.THOUSANDTHS, (long) thousandths)));
    }
}
