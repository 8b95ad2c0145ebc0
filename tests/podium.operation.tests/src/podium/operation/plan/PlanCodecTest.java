// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;

class PlanCodecTest {
    private static final ClusterId PROD = new ClusterId("default-12ab", "default (prod.yaml)", "default");

    private static ObjectNode written() {
        return PlanCodec.write(
                new Plan(PROD, "drain", "Drain n1", List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aPlanKeepsWhichClusterItIsForAndWhatThatIsShownAs() {
        ClusterId read = PlanCodec.read(written()).cluster();
        assertEquals(PROD, read);
        assertEquals(PROD.name(), read.name());
        assertEquals(PROD.names(), read.names());
    }

    @Test
    void aPlanOfBeforeIsShownByTheNameThatWasItsIdentity() {
        ObjectNode before = written();
        before.remove(List.of("clusterName", "context"));
        assertEquals("default-12ab", PlanCodec.read(before).cluster().name());
    }

    @Test
    void thatAVictimHasFinishedIsKept() {
        List<Step> steps = List.of(new Step.EvictAll(
                List.of(
                        new Step.Victim(ObjectRef.pod("a", "over"), "U", Optional.empty(), false, true),
                        new Step.Victim(ObjectRef.pod("a", "runs"), "V", Optional.empty())),
                Duration.ofMinutes(1),
                "Evict"));
        Plan plan = new Plan(PROD, "drain", "Drain n1", steps, List.of(), List.of(), List.of(), List.of());
        assertEquals(steps, PlanCodec.read(PlanCodec.write(plan)).steps());
    }

    @Test
    void whatMayGoWithANamespaceIsKept() {
        ObjectRef space = new ObjectRef("", "v1", "namespaces", "Namespace", "", "fresh");
        ApiWrite delete = new ApiWrite(
                ApiWrite.Verb.DELETE, space, "", "", Optional.of("U"), Optional.of("7"), "Delete Namespace fresh");
        List<Step> steps = List.of(new Step.Write(delete, Optional.empty())
                .holding(new Step.Contents(Set.of("a", "b"), Set.of("widgets"))));
        Plan plan = new Plan(PROD, "undo", "Undo", steps, List.of(), List.of(), List.of(), List.of());
        assertEquals(steps, PlanCodec.read(PlanCodec.write(plan)).steps());
    }
}
