// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.util.Map;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.client.TransportFieldHints;
import podium.kubernetes.internal.jobaction.JobActionCapabilities;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.operation.object.ObjectActionCompiler;

/** Makes the compiler of acts on objects of a cluster. */
public record ObjectActionCapabilities(WorkloadKinds kinds) implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        return Map.of(
                ObjectActionCompiler.class,
                new ObjectActionCompilerImpl(
                        id,
                        new WriteCapabilities().reader(transport),
                        kinds,
                        new JobActionCapabilities(kinds).compiler(transport, id),
                        new TransportFieldHints(transport)));
    }
}
