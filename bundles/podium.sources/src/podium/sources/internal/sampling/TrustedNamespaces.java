// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Namespaces whose pods and services are believed about devices without a question: those into which operators of GPUs and
 * monitoring are installed by their own instructions, where nobody works who runs jobs. A pod anywhere else that calls itself an
 * exporter is shown, and read once the operator says so.
 */
final class TrustedNamespaces {
    private static final Set<String> KNOWN = Set.of(
            "kube-system",
            "podium-agent",
            // NVIDIA: the operator's own instructions, OpenShift, GKE, EKS
            "gpu-operator",
            "nvidia-gpu-operator",
            "gpu-operator-resources",
            "gke-managed-system",
            "amazon-cloudwatch",
            "neuron-monitor",
            // AMD, Intel Gaudi, Ascend, HAMi
            "kube-amd-gpu",
            "amd-gpu-operator",
            "habana-ai-operator",
            "habana-system",
            "npu-exporter",
            "hami-system",
            // Prometheus
            "monitoring",
            "prometheus",
            "openshift-monitoring");

    private static final Pattern PATH = Pattern.compile("/api/v1/namespaces/([^/]+)/.*");

    private TrustedNamespaces() {}

    static boolean isKnown(String namespace) {
        return KNOWN.contains(namespace);
    }

    /** The namespace of a source that is a pod or a service; empty: it is none, as the API server itself or an address. */
    static Optional<String> of(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
