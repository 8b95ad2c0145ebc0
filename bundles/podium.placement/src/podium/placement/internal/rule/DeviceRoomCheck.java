// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;
import podium.placement.Reason;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.DeviceRoom;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** Whether the single devices of a node have room, where pods may hold a part of one: the sum over the node says too little. */
final class DeviceRoomCheck {
    private static final int MOST = 4096;

    private final TaskProbe probe;
    private final ClusterIndex index;
    private final DeviceRequirement ask;
    /** The ask for devices alone: cores and memory are judged by the row's columns. */
    private final DeviceRequirement devices;

    DeviceRoomCheck(TaskProbe probe, ClusterIndex index) {
        this.probe = probe;
        this.index = index;
        this.ask = DeviceRequirement.of(probe.spec.requests());
        this.devices = only(ask);
    }

    private static DeviceRequirement only(DeviceRequirement of) {
        return new DeviceRequirement(of.resource(), of.devices(), of.each(), 0, 0);
    }

    /** How many copies the devices take; a reason where not even one. */
    int copies(int row, Node node, Reasons blockers) {
        if (!ask.asksForDevices()) {
            return Integer.MAX_VALUE;
        }
        Optional<DeviceRoom> room = Optional.of(room(row, node));
        int copies = 0;
        int most = Math.min(MOST, probe.count);
        while (copies < most) {
            Optional<DeviceRoom> next = room.get().tightest(devices);
            if (next.isEmpty()) {
                break;
            }
            room = next;
            copies++;
        }
        if (copies == 0) {
            blockers.add(shortage(room.get()));
        }
        return copies;
    }

    private Reason shortage(DeviceRoom room) {
        if (ask.share()) {
            String part = ResourceText.part(ask.each());
            return Reason.of(
                    Texts.of("DeviceRoomCheck.needsPartOfOne", part, ResourceText.part(room.largest())),
                    Texts.of("DeviceRoomCheck.partNotFree", part));
        }
        int shared = room.parts().length;
        return ask.devices() == 1
                ? Reason.of(
                        Texts.of("DeviceRoomCheck.needsWholeGpu", room.whole(), shared),
                        Texts.of("DeviceRoomCheck.wholeGpuNotFree"))
                : Reason.of(
                        Texts.of("DeviceRoomCheck.needsWholeGpus", ask.devices(), room.whole(), shared),
                        Texts.of("DeviceRoomCheck.wholeGpusNotFree", ask.devices()));
    }

    /** Whether it fits beside others of the subject that are thought to lie there. */
    boolean takes(int row, Node node, List<GangPiece> others) {
        Optional<DeviceRoom> room = Optional.of(room(row, node));
        for (GangPiece other : others) {
            room = room.flatMap(
                    now -> now.tightest(only(DeviceRequirement.of(other.spec().requests()))));
        }
        return room.flatMap(now -> now.tightest(devices)).isPresent();
    }

    private DeviceRoom room(int row, Node node) {
        TaskProbe.Credit credit = probe.credit(node);
        return unlimited(
                credit == null ? index.room(row) : index.room(row, node, probe.moving::contains, credit.requests()));
    }

    private static DeviceRoom unlimited(DeviceRoom room) {
        return new DeviceRoom(room.resource(), room.whole(), room.parts(), Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
    }
}
