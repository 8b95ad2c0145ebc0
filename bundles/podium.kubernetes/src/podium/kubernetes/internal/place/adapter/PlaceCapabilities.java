// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import java.util.Map;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.operation.placement.HoldCompiler;
import podium.operation.plan.PlacementCompiler;

/** Makes what plans placements on a cluster. */
public record PlaceCapabilities(WorkloadKinds kinds) implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        ObjectReader reader = new WriteCapabilities().reader(transport);
        OwnerCompiler.VersionSource version = () -> ServerVersion.ask(transport);
        return Map.of(
                PlacementCompiler.class, new OwnerCompiler(id, reader, version, kinds),
                HoldCompiler.class, new HoldPlans(id, reader, version, kinds));
    }
}
