// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.plan.Plan;

class PodEvictionTest {
    private static final ObjectReader NOTHING = (ObjectReader) Proxy.newProxyInstance(
            ObjectReader.class.getClassLoader(),
            new Class<?>[] {ObjectReader.class},
            (proxy, called, with) -> Optional.empty());

    private static List<String> lost(String phase) throws IOException, Refusal {
        return plan(phase, "").irreversible();
    }

    private static Plan plan(String phase, String metadata) throws IOException, Refusal {
        return PodEviction.plan(new ObjectTarget(
                new ClusterId("lab"),
                ObjectRef.pod("team", "notebook"),
                Trees.read("{\"metadata\":{\"name\":\"notebook\",\"namespace\":\"team\",\"uid\":\"u\"" + metadata + "},"
                        + "\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"" + phase + "\"}}"),
                NOTHING,
                AllKinds.WORKLOADS));
    }

    @Test
    void onlyAPodThatRunsLosesWork() throws IOException, Refusal {
        List<String> ended = lost("Succeeded");
        assertEquals(List.of("What it did since its last checkpoint is lost.", ended.getFirst()), lost("Running"));
        assertEquals(1, ended.size(), ended::toString);
    }

    @Test
    void aPodThatRunsIsSaidToBeReplacedAndOneThatHasEndedThatItMayBe() throws IOException, Refusal {
        String owned = ",\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"web\","
                + "\"uid\":\"R\",\"controller\":true}]";
        assertEquals(
                "It belongs to ReplicaSet web, which creates another.",
                plan("Running", owned).effects().getLast());
        assertEquals(
                "It belongs to ReplicaSet web, which may create another.",
                plan("Succeeded", owned).effects().getLast());
    }
}
