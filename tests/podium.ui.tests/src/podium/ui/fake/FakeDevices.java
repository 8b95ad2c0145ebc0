// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.ClusterId;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.operation.device.DeviceCordonService;
import podium.operation.device.DeviceServing;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.operation.plan.Plan;

/** Devices that a plugin serves, on nodes that are not MIG; remembers what it was asked for. */
public final class FakeDevices implements DeviceCordonService, PartitionService {
    /** Devices that were asked for, in order. */
    public final List<Accelerator> asked = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<DeviceServing> ask(Accelerator device) {
        asked.add(device);
        return CompletableFuture.completedFuture(new DeviceServing.Unserved("a device plugin serves it"));
    }

    @Override
    public Plan taint(Accelerator device, DeviceServing.Served served, DeviceServing.Effect effect) {
        return plan(effect.text());
    }

    @Override
    public Plan untaint(Accelerator device, DeviceServing.Served served) {
        return plan("Remove");
    }

    @Override
    public Plan label(Accelerator device) {
        return plan("Label");
    }

    @Override
    public Optional<String> whyNot(Node node) {
        return Optional.of("its GPUs are not in MIG mode");
    }

    @Override
    public List<PartitionPreview> previews(Node node) {
        return List.of();
    }

    @Override
    public Plan plan(PartitionPreview preview, boolean evict, Duration atMost) {
        return plan("Re-partition");
    }

    @Override
    public Optional<String> whyNotEvict(PartitionPreview preview) {
        return Optional.empty();
    }

    private static Plan plan(String title) {
        return new Plan(new ClusterId("lab"), "test", title, List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
