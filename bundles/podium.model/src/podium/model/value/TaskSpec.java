// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the pods of one template ask of a node. Pods of a job share one instance (interned by the decoder), so its size
 * hardly counts. Only what placement and drain read is kept.
 *
 * @param requests effective requests: max(init, containers + sidecars) + overhead (KEP-753, resource helpers)
 * @param quota what quotas count beside the requests
 * @param requiredNodes required node affinity: terms are ORed; empty: no such rule
 * @param gates names of scheduling gates
 * @param podGroup name of the gang object the pod names, whatever its API
 * @param graceSeconds terminationGracePeriodSeconds
 * @param emptyDir has a volume whose data is lost with the pod
 * @param volumeClaims names of PersistentVolumeClaims; one that begins with {@link #OWN} is made for each pod, and its
 *     name begins with the pod's in that place
 * @param resourceClaims names of ResourceClaims; one that is made for each pod from a template stands as {@link #OWN}, the
 *     name the pod gives it, a slash, and the name of the template
 * @param unread what else decides where it may run and is not read, each as it stands after "depends on"
 */
public record TaskSpec(
        Resources requests,
        QuotaTerms quota,
        Labels nodeSelector,
        List<NodeTerm> requiredNodes,
        List<PreferredTerm> preferredNodes,
        List<PodTerm> podAffinity,
        List<PodTerm> podAntiAffinity,
        List<Spread> spreads,
        List<Toleration> tolerations,
        List<String> gates,
        String schedulerName,
        OptionalInt priority,
        Optional<String> podGroup,
        OptionalLong graceSeconds,
        boolean emptyDir,
        boolean hostNetwork,
        List<HostPort> hostPorts,
        List<String> volumeClaims,
        List<String> resourceClaims,
        List<String> unread) {

    /** Stands for the name of the pod in that of a claim (generic ephemeral volumes, KEP-1698). */
    public static final String OWN = "<pod>-";

    /** The scheduler that serves a pod which names none. */
    public static final String DEFAULT_SCHEDULER = "default-scheduler";

    public TaskSpec {
        requiredNodes = List.copyOf(requiredNodes);
        preferredNodes = List.copyOf(preferredNodes);
        podAffinity = List.copyOf(podAffinity);
        podAntiAffinity = List.copyOf(podAntiAffinity);
        spreads = List.copyOf(spreads);
        tolerations = List.copyOf(tolerations);
        gates = List.copyOf(gates);
        hostPorts = List.copyOf(hostPorts);
        volumeClaims = List.copyOf(volumeClaims);
        resourceClaims = List.copyOf(resourceClaims);
        unread = List.copyOf(unread);
    }

    /** A spec that asks for these resources and nothing else. */
    public static TaskSpec of(Resources requests) {
        return new TaskSpec(
                requests,
                QuotaTerms.NONE,
                Labels.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DEFAULT_SCHEDULER,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with more tolerations. */
    public TaskSpec tolerating(List<Toleration> more) {
        List<Toleration> all = new ArrayList<>(tolerations);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return with(nodeSelector, all, volumeClaims);
    }

    /** The same with another node selector. */
    public TaskSpec selecting(Labels nodes) {
        return with(nodes, tolerations, volumeClaims);
    }

    /** The same with these of its volume claims only. */
    public TaskSpec claiming(List<String> volumes) {
        return with(nodeSelector, tolerations, volumes);
    }

    private TaskSpec with(Labels nodes, List<Toleration> tolerated, List<String> volumes) {
        return new TaskSpec(
                requests,
                quota,
                nodes,
                requiredNodes,
                preferredNodes,
                podAffinity,
                podAntiAffinity,
                spreads,
                tolerated,
                gates,
                schedulerName,
                priority,
                podGroup,
                graceSeconds,
                emptyDir,
                hostNetwork,
                hostPorts,
                volumes,
                resourceClaims,
                unread);
    }

    /** The spec as text; {@link #parse(String)} reads it back. */
    public String text() {
        return TaskSpecText.write(this);
    }

    public static TaskSpec parse(String text) {
        return TaskSpecText.read(text);
    }
}
