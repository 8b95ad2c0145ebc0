// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.device;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.model.fleet.Accelerator;
import podium.operation.device.DeviceCordonService;
import podium.operation.device.DeviceServing;
import podium.operation.internal.plan.ClusterQuestions;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/** Device cordons: asks on a thread of its own, plans in the realm. */
@Component(service = DeviceCordonService.class)
public final class DeviceCordons implements DeviceCordonService {
    /** Key of the taint that our rules put on a device. */
    static final String TAINT = "podium.operations/cordoned";

    /** Tells what a rule does or would do (KEP-5055). */
    static final String CONDITION = "EvictionInProgress";

    private final Connections connections;
    private final ClusterQuestions questions = new ClusterQuestions();

    /** Device cordons over the open clusters. */
    @Activate
    public DeviceCordons(@Reference Connections connections) {
        this.connections = connections;
    }

    @Override
    public CompletableFuture<DeviceServing> ask(Accelerator device) {
        @Nullable String uuid = device.getUuid();
        if (uuid == null || uuid.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new DeviceServing.Unserved(Texts.of("DeviceCordons.itsHardwareIdentityUuid")));
        }
        Optional<ObjectReader> reader = connections.capability(DevicePlan.cluster(device), ObjectReader.class);
        if (reader.isEmpty()) {
            ClusterId cluster = DevicePlan.cluster(device);
            return CompletableFuture.failedFuture(new IOException(Texts.of("DeviceCordons.theClusterIsNot", cluster)));
        }
        String node = device.getNode().getName();
        return questions.ask(() -> new DeviceFinder(reader.get()).find(node, uuid));
    }

    @Override
    public Plan taint(Accelerator device, DeviceServing.Served site, DeviceServing.Effect effect) {
        return new DevicePlan(device).taint(site, effect);
    }

    @Override
    public Plan untaint(Accelerator device, DeviceServing.Served site) {
        return new DevicePlan(device).untaint(site);
    }

    @Override
    public Plan label(Accelerator device) {
        return new DevicePlan(device).label();
    }

    /** Ends what is being asked. */
    @Deactivate
    void close() {
        questions.close();
    }
}
