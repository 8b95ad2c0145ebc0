// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.testkit.AllKinds;
import podium.operation.object.ObjectAction;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** A plan offers no two outcomes where it is known which of both comes. */
class KnownOutcomeTest {
    private static ObjectTarget target(String group, String kind, String spec, Optional<String> read)
            throws IOException {
        ObjectReader reader = (ObjectReader) Proxy.newProxyInstance(
                ObjectReader.class.getClassLoader(), new Class<?>[] {ObjectReader.class}, (proxy, called, with) -> {
                    if (read.isEmpty()) {
                        throw new IOException("persistentvolumes is forbidden");
                    }
                    return read;
                });
        JsonNode object = Trees.read(
                "{\"metadata\":{\"name\":\"data\",\"namespace\":\"team\",\"uid\":\"u\"},\"spec\":" + spec + "}");
        ObjectRef ref = new ObjectRef(group, "v1", kind.toLowerCase() + "s", kind, "team", "data");
        return new ObjectTarget(new ClusterId("lab"), ref, object, reader, AllKinds.WORKLOADS);
    }

    @ParameterizedTest
    @CsvSource({
        "Delete, 'Its volume pv-1 is deleted with it, and the data.'",
        "Retain, 'Its volume pv-1 is kept with the data, and no claim gets it before an administrator releases it.'",
        ", 'Its volume, with the data, is deleted or kept as its reclaim policy says.'"
    })
    void whatBecomesOfTheVolumeOfAClaimIsReadInItsReclaimPolicy(String policy, String said) throws IOException {
        Optional<String> volume = Optional.ofNullable(policy)
                .map(known -> "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"" + known + "\"}}");
        Plan plan = ObjectDeletion.plan(target("", "PersistentVolumeClaim", "{\"volumeName\":\"pv-1\"}", volume));
        assertEquals(said, plan.irreversible().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"example.com, Ring, true", "'', ConfigMap, false", "rbac.authorization.k8s.io, Role, false"})
    void whereNobodyKnowsWhetherPodsGoWithItTheyMay(String group, String kind, boolean may) throws IOException {
        List<String> said = may
                ? List.of("If it owns pods, they end with it: what they did since their last checkpoint is lost.")
                : List.of();
        assertEquals(
                said,
                ObjectDeletion.plan(target(group, kind, "{}", Optional.empty())).irreversible());
    }

    @ParameterizedTest
    @CsvSource({
        "NoSchedule, NoExecute, 'NoExecute ends every pod here that does not tolerate it, at once and without asking"
                + " disruption budgets.'",
        "NoExecute, NoSchedule, ''"
    })
    void aTaintThatEndsPodsIsSaidToHoweverItIsWritten(String from, String to, String said) throws IOException, Refusal {
        ObjectTarget node = target("", "Node", taints(from), Optional.empty());
        String text = YamlText.object(Trees.write(node.object())).replace("effect: " + from, "effect: " + to);
        Plan plan = ObjectEdit.plan(node, new ObjectAction.Edit(Trees.write(node.object()), text));
        assertEquals(said, String.join("", plan.irreversible()));
    }

    @ParameterizedTest
    @CsvSource({
        "ClusterQueue, stopPolicy: None, stopPolicy: HoldAndDrain, true",
        "ClusterQueue, stopPolicy: None, stopPolicy: Hold, false",
        "Workload, active: true, active: false, true",
        "Workload, active: false, active: true, false"
    })
    void whatMakesKueueStopJobsIsSaid(String kind, String from, String to, boolean stops) throws IOException, Refusal {
        String[] field = from.split(": ");
        String value = field[1].equals("None") ? "\"None\"" : field[1];
        ObjectTarget target = target("kueue.x-k8s.io", kind, "{\"" + field[0] + "\":" + value + "}", Optional.empty());
        String before = Trees.write(target.object());
        Plan plan = ObjectEdit.plan(
                target, new ObjectAction.Edit(before, YamlText.object(before).replace(from, to)));
        assertEquals(
                stops
                        ? List.of("Kueue stops what it has admitted: what that did since its last checkpoint is lost.")
                        : List.of(),
                plan.irreversible());
    }

    private static String taints(String effect) {
        return "{\"taints\":[{\"key\":\"broken\",\"effect\":\"" + effect + "\"}]}";
    }

    @ParameterizedTest
    @CsvSource({"true, 'What it holds in memory is lost.'", "false, ''"})
    void aPodWithAnotherImageLosesWhatItsContainerHolds(boolean runs, String said) throws IOException, Refusal {
        ObjectTarget pod = target(
                "",
                "Pod",
                "{" + (runs ? "\"nodeName\":\"n1\"," : "") + "\"containers\":[{\"name\":\"c\",\"image\":\"web:1\"}]}",
                Optional.empty());
        String before = Trees.write(pod.object());
        Plan plan = ObjectEdit.plan(
                pod, new ObjectAction.Edit(before, YamlText.object(before).replace("web:1", "web:2")));
        assertEquals(said, String.join("", plan.irreversible()));
    }

    @ParameterizedTest
    @CsvSource({"2, 5, creates what is missing", "5, 2, deletes what is too many"})
    void whatIsScaledSaysWhetherMoreOrFewerCome(int from, int to, String said) throws IOException, Refusal {
        String definition = "{\"spec\":{\"versions\":[{\"name\":\"v1\",\"subresources\":{\"scale\":{"
                + "\"specReplicasPath\":\".spec.replicas\"}}}]}}";
        Plan plan = ScaleChange.plan(
                target("example.com", "Ring", "{\"replicas\":" + from + "}", Optional.of(definition)), to);
        assertTrue(plan.effects().contains("Its controller " + said + "."), plan.effects()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"replicas\":2}', 1, Scale Ring team/data from 2 to 3",
        "'{\"replicas\":2}', -3, Ring team/data has only 2 replicas.",
        "'{}', 1, How many replicas Ring team/data has by default is not known."
    })
    void soManyMoreIsCountedFromTheNumberThatItHas(String spec, int more, String said) throws IOException {
        String definition = "{\"spec\":{\"versions\":[{\"name\":\"v1\",\"subresources\":{\"scale\":{"
                + "\"specReplicasPath\":\".spec.replicas\"}}}]}}";
        ObjectTarget ring = target("example.com", "Ring", spec, Optional.of(definition));
        try {
            assertEquals(said, ScaleChange.by(ring, more).steps().getFirst().words());
        } catch (Refusal why) {
            assertEquals(said, ((Result.Refused) why.result()).reason());
        }
    }

    @ParameterizedTest
    @CsvSource({"'{}', true", "'{\"volumeName\":\"pv-1\"}', false"})
    void aClaimWithoutAVolumeIsMadeAgainAsItWas(String spec, boolean undone) throws IOException {
        assertEquals(
                undone,
                ObjectDeletion.plan(target("", "PersistentVolumeClaim", spec, Optional.of("{}")))
                        .canUndo());
    }
}
