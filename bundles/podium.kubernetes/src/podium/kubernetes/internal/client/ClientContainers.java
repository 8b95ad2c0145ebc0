// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.log.PodContainers;

/** The containers of pods from fabric8's typed model. */
record ClientContainers(LazyClient client) implements TransportLogReader.Containers {
    @Override
    public Optional<PodContainers> of(String namespace, String pod) throws IOException {
        try {
            @Nullable
            Pod found = client.get().pods().inNamespace(namespace).withName(pod).get();
            return found == null ? Optional.empty() : Optional.of(ContainerStates.of(found));
        } catch (KubernetesClientException e) {
            throw ClientFailures.of(e);
        }
    }
}
