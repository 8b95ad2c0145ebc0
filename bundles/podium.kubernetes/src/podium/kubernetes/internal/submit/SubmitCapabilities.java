// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.security.SecureRandom;
import java.util.Map;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.operation.submit.ManifestCompiler;

/** Makes what reads and submits manifests on a cluster. */
public record SubmitCapabilities(WorkloadKinds kinds) implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        return Map.of(
                ManifestCompiler.class,
                new Submitter(id, transport, new WriteCapabilities().reader(transport), new SecureRandom(), kinds));
    }
}
