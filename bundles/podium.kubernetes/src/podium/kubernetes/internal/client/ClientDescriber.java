// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.PodDescriber;
import podium.core.api.PodDescription;

/** Describes pods from fabric8's typed model. */
record ClientDescriber(LazyClient client) implements PodDescriber {
    @Override
    public Optional<PodDescription> describe(String namespace, String name) throws IOException {
        try {
            @Nullable
            Pod pod = client.get().pods().inNamespace(namespace).withName(name).get();
            return pod == null ? Optional.empty() : Optional.of(PodDescriptions.of(pod));
        } catch (KubernetesClientException e) {
            throw ClientFailures.of(e);
        }
    }
}
