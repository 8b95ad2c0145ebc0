// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.model.value.Labels;

/** Each cloud says with labels of its own on what terms it lends a node. */
class CapacityTypeTest {
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "cloud.google.com/gke-spot, true, SPOT",
        "cloud.google.com/gke-spot, false, UNKNOWN",
        "cloud.google.com/gke-preemptible, true, SPOT",
        "cloud.google.com/gke-provisioning, spot, SPOT",
        "cloud.google.com/gke-provisioning, standard, ON_DEMAND",
        "cloud.google.com/gke-flex-start, true, FLEX_START",
        "cloud.google.com/reservation-name, block-7, RESERVED",
        "eks.amazonaws.com/capacityType, SPOT, SPOT",
        "eks.amazonaws.com/capacityType, ON_DEMAND, ON_DEMAND",
        "eks.amazonaws.com/capacityType, CAPACITY_BLOCK, CAPACITY_BLOCK",
        "karpenter.sh/capacity-type, spot, SPOT",
        "karpenter.sh/capacity-type, on-demand, ON_DEMAND",
        "karpenter.sh/capacity-type, reserved, RESERVED",
        "karpenter.k8s.aws/capacity-reservation-type, capacity-block, CAPACITY_BLOCK",
        "karpenter.k8s.aws/capacity-reservation-type, default, UNKNOWN",
        "kubernetes.azure.com/scalesetpriority, spot, SPOT",
        "kubernetes.azure.com/scalesetpriority, regular, ON_DEMAND",
        "oci.oraclecloud.com/oke-is-preemptible, true, SPOT",
        "nebius.com/preemptible, true, SPOT",
        "nebius.com/preemptible, false, UNKNOWN",
        "kubernetes.io/hostname, spot, UNKNOWN",
    })
    void theLabelOfTheCloudTellsTheTerms(String label, String value, CapacityType.Kind kind) {
        assertEquals(kind, CapacityType.of(Labels.of(label, value)).kind());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "cloud.google.com/gke-nodepool",
        "karpenter.sh/nodepool",
        "eks.amazonaws.com/nodegroup",
        "kubernetes.azure.com/agentpool",
        "compute.coreweave.com/node-pool",
        "nebius.com/node-group-id",
    })
    void thePoolIsNamedAsTheCloudNamesIt(String label) {
        assertEquals("h100-a", CapacityType.of(Labels.of(label, "h100-a")).pool());
    }

    @Test
    void theLeastCertainTermsHold() {
        Labels block = Labels.of(
                "karpenter.sh/capacity-type",
                "reserved",
                "karpenter.k8s.aws/capacity-reservation-type",
                "capacity-block",
                "karpenter.k8s.aws/capacity-reservation-id",
                "cr-7");
        assertEquals(
                "capacity block (reservation cr-7): ends at a fixed time, with all that runs there",
                CapacityType.of(block).words());
        assertEquals(
                Optional.of("spot: may be taken back at any time"),
                CapacityType.of(Labels.of(
                                "karpenter.sh/capacity-type",
                                "reserved",
                                "karpenter.k8s.aws/capacity-reservation-interruptible",
                                "true"))
                        .ends());
    }

    @Test
    void whatIsReservedOrOnDemandStays() {
        assertEquals(
                Optional.empty(),
                CapacityType.of(Labels.of("karpenter.sh/capacity-type", "reserved"))
                        .ends());
        assertEquals(Optional.empty(), CapacityType.of(Labels.none()).ends());
        assertEquals("", CapacityType.of(Labels.none()).words());
    }

    @Test
    void aNodeThatIsBeingTakenBackIsSaidToBe() {
        CapacityType leaving = CapacityType.of(Labels.of("qos.coreweave.cloud/pending-preemption", "true"));
        assertEquals("is being taken back by its cloud now", leaving.words());
        assertEquals(Optional.of("being taken back by its cloud now"), leaving.ends());
    }
}
