// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.security.SecureRandom;
import java.util.Map;
import podium.core.api.ObjectReader;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.operation.submit.ManifestCompiler;
import podium.operation.submit.TransferCompiler;

/** Makes what reads and submits manifests on a cluster. */
public record SubmitCapabilities(WorkloadKinds kinds) implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        ObjectReader reader = new WriteCapabilities().reader(transport);
        return Map.of(
                ManifestCompiler.class,
                new Submitter(id, transport, reader, new SecureRandom(), kinds),
                TransferCompiler.class,
                new Transfers(reader, kinds));
    }
}
