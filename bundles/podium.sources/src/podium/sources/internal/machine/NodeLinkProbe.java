// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.core.link.LinkProbe;
import podium.core.link.LinkProgress;
import podium.core.link.LinkReport;
import podium.core.link.MachineLinks;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalMachine;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.sources.internal.fleet.NodeHolders;

/** Measures the links of the node that this machine is, and tells the model which of them are slow. */
@Component
public final class NodeLinkProbe implements MachineLinks {
    private final FleetService fleet;
    private final LocalMachine machine;
    private final LinkProbe probe;
    private volatile @Nullable LinkReport last;

    @Activate
    public NodeLinkProbe(@Reference FleetService fleet, @Reference LocalMachine machine, @Reference LinkProbe probe) {
        this.fleet = fleet;
        this.machine = machine;
        this.probe = probe;
    }

    @Override
    public boolean isHere(Node node) {
        return node.getAccelerators().stream().anyMatch(device -> local(device).isPresent());
    }

    @Override
    public Optional<String> unavailable() {
        return probe.unavailable();
    }

    @Override
    public Optional<LinkReport> last() {
        LinkReport report = last;
        return report == null ? Optional.empty() : Optional.of(report);
    }

    @Override
    public CompletableFuture<LinkReport> measure(Node node, boolean evenHeld, Consumer<LinkProgress> progress) {
        List<LocalDevice> devices = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (Accelerator device : node.getAccelerators()) {
            local(device).ifPresent(local -> {
                devices.add(local);
                places.put(local.device().index(), device.getIndex());
            });
        }
        NodeHolders holders = new NodeHolders(fleet, node, places);
        CompletableFuture<LinkReport> answer = probe.measure(devices, holders::now, evenHeld, progress);
        ClusterId cluster = ClusterId.of(node.getCluster());
        ChangeSink sink = fleet.sink(cluster);
        String name = node.getName();
        CompletableFuture<LinkReport> kept = answer.thenApply(report -> {
            last = report;
            sink.accept(cluster, List.of(new Change.LinksSeen(name, MeasuredLinks.of(report, places))));
            return report;
        });
        kept.whenComplete((report, problem) -> {
            if (kept.isCancelled()) {
                answer.cancel(true);
            }
        });
        return kept;
    }

    private Optional<LocalDevice> local(Accelerator device) {
        return device.getUuid() == null ? Optional.empty() : machine.find(device.getUuid());
    }
}
