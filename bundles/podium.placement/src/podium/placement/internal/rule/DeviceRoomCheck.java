// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.Node;
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
    int copies(int row, Node node, List<String> blockers) {
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

    private String shortage(DeviceRoom room) {
        if (ask.share()) {
            return "needs " + ResourceText.part(ask.each()) + " of one GPU, at most "
                    + ResourceText.part(room.largest()) + " of one is free";
        }
        return "needs "
                + (ask.devices() == 1
                        ? Texts.of("DeviceRoomCheck.wholeGpu")
                        : Texts.of("DeviceRoomCheck.wholeGpus", ask.devices()))
                + ", " + room.whole() + " free; " + room.parts().length + " are shared";
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
