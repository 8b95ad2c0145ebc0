// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.texts.Texts;
import podium.model.fleet.Node;
import podium.model.value.Labels;

/**
 * On what terms a cloud lends a node, as its labels tell. Sources: GKE, documents on Spot VMs, flex-start and reservations; EKS,
 * {@code capacityType} of managed node groups; Karpenter, docs/concepts/scheduling ({@code capacity-type}, {@code
 * capacity-reservation-type}, {@code -interruptible}); AKS, spot node pools ({@code scalesetpriority}); OKE, preemptible worker nodes;
 * Nebius, node groups; CoreWeave labels nothing of a spot node but that it is about to be taken (documents on SUNK and spot).
 *
 * @param reservation its name or id; empty: none is told
 * @param pool the node pool, node group or NodePool it belongs to; empty: none is told
 * @param leaving the cloud has said that it takes the node back now
 */
public record CapacityType(Kind kind, String reservation, String pool, boolean leaving) {
    /** The terms, the least certain first: where labels tell two of them, the first holds. */
    public enum Kind {
        SPOT("spot", Texts.of("CapacityType.mayBeTakenBack")),
        FLEX_START("flex-start", Texts.of("CapacityType.isTakenBackAfter")),
        CAPACITY_BLOCK("capacity block", Texts.of("CapacityType.endsAtAFixed")),
        RESERVED("reserved", ""),
        ON_DEMAND("on demand", ""),
        UNKNOWN("", "");

        private final String word;
        private final String means;

        Kind(String word, String means) {
            this.word = word;
            this.means = means;
        }

        /** What an operator calls it; empty: nothing is told. */
        public String word() {
            return word;
        }

        /** Whether the cloud takes the node back though nobody here asks for it. */
        public boolean ends() {
            return !means.isEmpty();
        }
    }

    /** A label that tells the kind; an empty value stands for any. */
    private record Sign(String label, String value, Kind kind) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("cloud.google.com/gke-spot", "true", Kind.SPOT),
            new Sign("cloud.google.com/gke-preemptible", "true", Kind.SPOT),
            new Sign("cloud.google.com/gke-provisioning", "spot", Kind.SPOT),
            new Sign("cloud.google.com/gke-provisioning", "preemptible", Kind.SPOT),
            new Sign("eks.amazonaws.com/capacityType", "spot", Kind.SPOT),
            new Sign("karpenter.sh/capacity-type", "spot", Kind.SPOT),
            new Sign("karpenter.k8s.aws/capacity-reservation-interruptible", "true", Kind.SPOT),
            new Sign("kubernetes.azure.com/scalesetpriority", "spot", Kind.SPOT),
            new Sign("oci.oraclecloud.com/oke-is-preemptible", "true", Kind.SPOT),
            new Sign("nebius.com/preemptible", "true", Kind.SPOT),
            new Sign("node.kubernetes.io/lifecycle", "spot", Kind.SPOT),
            new Sign("cloud.google.com/gke-flex-start", "true", Kind.FLEX_START),
            new Sign("eks.amazonaws.com/capacityType", "capacity_block", Kind.CAPACITY_BLOCK),
            new Sign("karpenter.k8s.aws/capacity-reservation-type", "capacity-block", Kind.CAPACITY_BLOCK),
            new Sign("eks.amazonaws.com/capacity-reservation-type", "capacity-block", Kind.CAPACITY_BLOCK),
            new Sign("karpenter.sh/capacity-type", "reserved", Kind.RESERVED),
            new Sign("cloud.google.com/reservation-name", "", Kind.RESERVED),
            new Sign("eks.amazonaws.com/capacityType", "on_demand", Kind.ON_DEMAND),
            new Sign("karpenter.sh/capacity-type", "on-demand", Kind.ON_DEMAND),
            new Sign("cloud.google.com/gke-provisioning", "standard", Kind.ON_DEMAND),
            new Sign("kubernetes.azure.com/scalesetpriority", "regular", Kind.ON_DEMAND));

    private static final List<String> RESERVATIONS = List.of(
            "cloud.google.com/reservation-name",
            "karpenter.k8s.aws/capacity-reservation-id",
            "eks.amazonaws.com/capacity-reservation-id");

    private static final List<String> POOLS = List.of(
            "cloud.google.com/gke-nodepool",
            "karpenter.sh/nodepool",
            "eks.amazonaws.com/nodegroup",
            "alpha.eksctl.io/nodegroup-name",
            "kubernetes.azure.com/agentpool",
            "agentpool",
            "compute.coreweave.com/node-pool",
            "nebius.com/node-group",
            "nebius.com/node-group-id");

    private static final String LEAVING = "qos.coreweave.cloud/pending-preemption";

    /** In the realm. */
    public static CapacityType of(Node node) {
        @Nullable Labels labels = node.getLabels();
        return labels == null ? new CapacityType(Kind.UNKNOWN, "", "", false) : of(labels);
    }

    /** What the labels of a node tell. */
    public static CapacityType of(Labels labels) {
        Kind kind = SIGNS.stream()
                .filter(sign -> labels.get(sign.label)
                        .filter(value -> sign.value.isEmpty() ? !value.isEmpty() : sign.value.equalsIgnoreCase(value))
                        .isPresent())
                .map(Sign::kind)
                .findFirst()
                .orElse(Kind.UNKNOWN);
        return new CapacityType(
                kind,
                first(RESERVATIONS, labels),
                first(POOLS, labels),
                labels.get(LEAVING).filter("true"::equals).isPresent());
    }

    private static String first(List<String> keys, Labels labels) {
        return keys.stream()
                .flatMap(key -> labels.get(key).stream())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All that is told of its terms: "capacity block (reservation cr-7): ends at a fixed time ..."; empty: nothing. */
    public String words() {
        String named = reservation.isEmpty()
                ? kind.word
                : kind.word.isEmpty()
                        ? Texts.of("CapacityType.reservation", reservation)
                        : Texts.of("CapacityType.kindWithReservation", kind.word, reservation);
        String terms = kind.ends() ? named + ": " + kind.means : named;
        return !leaving
                ? terms
                : terms.isEmpty()
                        ? Texts.of("CapacityType.isBeingTakenBack")
                        : Texts.of("CapacityType.isBeingTakenBackWithTerms", terms);
    }

    /** Why work may lose the node unasked: "spot: may be taken back at any time"; empty: for nothing that is told. */
    public Optional<String> ends() {
        return leaving
                ? Optional.of(Texts.of("CapacityType.beingTakenBackBy"))
                : Optional.of(kind).filter(Kind::ends).map(one -> one.word + ": " + one.means);
    }
}
