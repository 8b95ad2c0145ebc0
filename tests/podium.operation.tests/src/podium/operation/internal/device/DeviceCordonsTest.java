// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.testkit.NoObjects;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.operation.device.DeviceServing;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;
import podium.operation.plan.WrittenObjects;

class DeviceCordonsTest {
    private static final String SLICES = "/apis/resource.k8s.io/v1/resourceslices";
    private static final String RULES = "/apis/resource.k8s.io/v1beta2/devicetaintrules";

    private final Map<String, List<String>> served = new HashMap<>();
    private final Accelerator device = FleetFactory.INSTANCE.createAccelerator();
    private final Node node = FleetFactory.INSTANCE.createNode();
    private final DevicePlan plans;

    DeviceCordonsTest() throws IOException {
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setName("lab");
        node.setName("n1");
        node.setUid("uid-n1");
        cluster.getNodes().add(node);
        device.setIndex(1);
        device.setUuid("GPU-bbbb");
        node.getAccelerators().add(device);
        plans = new DevicePlan(device);
        served.put(SLICES, List.of(text("h100-slice.json")));
        served.put(RULES, List.of());
    }

    private static String text(String file) throws IOException {
        try (InputStream in = DeviceCordonsTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private DeviceServing find(String uuid) throws IOException {
        return new DeviceFinder(new Reader()).find("n1", uuid);
    }

    private DeviceServing.Served site() throws IOException {
        return assertInstanceOf(DeviceServing.Served.class, find("GPU-bbbb"));
    }

    private final class Reader extends NoObjects {
        @Override
        public Optional<String> read(ObjectRef ref) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> list(ObjectRef all, String labels, String fields) {
            return served.getOrDefault(all.path(), List.of());
        }

        @Override
        public boolean serves(ObjectRef collection) {
            return served.containsKey(collection.path());
        }

        @Override
        public List<String> names(ObjectRef collection) {
            throw new UnsupportedOperationException();
        }
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream().map(Step::words).toList();
    }

    private static List<String> why(DeviceServing site) {
        return List.of(assertInstanceOf(DeviceServing.Unserved.class, site).why());
    }

    @Test
    void aDeviceIsFoundByItsIdentityNotByItsIndex() throws IOException {
        DeviceServing.Served found = site();
        assertEquals("gpu-1", found.device());
        assertEquals("gpu.nvidia.com", found.driver());
        assertEquals("/spec/devices/1/name", found.namePointer());
        assertEquals("/spec/devices/1/attributes/uuid/string", found.uuidPointer());
        assertEquals("v1beta2", found.ruleVersion());
        assertEquals(Optional.empty(), found.rule());
    }

    @Test
    void olderSlicesNestTheirAttributes() throws IOException {
        served.remove(SLICES);
        served.put("/apis/resource.k8s.io/v1beta1/resourceslices", List.of(text("basic-slice.json")));
        DeviceServing.Served found = assertInstanceOf(DeviceServing.Served.class, find("GPU-cccc"));
        assertEquals("/spec/devices/0/basic/attributes/gpu.example.com~1uuid/string", found.uuidPointer());
        assertEquals("v1beta1", found.slice().version());
    }

    @Test
    void whatNoDriverPublishesOrNoRuleReachesIsUnserved() throws IOException {
        assertTrue(why(find("GPU-zzzz")).getFirst().contains("device plugin"));
        served.remove(RULES);
        assertTrue(why(find("GPU-bbbb")).getFirst().contains("no DeviceTaintRule"));
        served.clear();
        assertTrue(why(find("GPU-bbbb")).getFirst().contains("no dynamic resource allocation"));
    }

    @Test
    void aServerThatDoesNotAnswerIsNoServerWithoutRules() {
        DeviceFinder finder = new DeviceFinder(new NoObjects() {
            @Override
            public Optional<String> read(ObjectRef ref) throws IOException {
                throw new IOException("the server answered 403 for " + ref.path());
            }

            @Override
            public boolean serves(ObjectRef collection) throws IOException {
                return read(collection).isPresent();
            }

            @Override
            public List<String> names(ObjectRef collection) {
                throw new UnsupportedOperationException();
            }
        });
        assertThrows(IOException.class, () -> finder.find("n1", "GPU-bbbb"));
    }

    @Test
    void ourRuleIsFoundWithWhatTheClusterToldOfIt() throws IOException {
        served.put(
                RULES, List.of("{\"spec\":{\"deviceSelector\":{},\"taint\":{\"key\":\"other\"}}}", text("rule.json")));
        DeviceServing.Rule rule = site().rule().orElseThrow();
        assertEquals("r1", rule.uid());
        assertEquals(DeviceServing.Effect.NONE, rule.effect());
        assertTrue(rule.told().contains("2 pods would be evicted"));
    }

    @Test
    void theRuleIsMadeWithoutEffectHeardOfAndTheIdentityLookedAtThreeTimes() throws IOException {
        Plan plan = plans.taint(site(), DeviceServing.Effect.NO_SCHEDULE);
        assertEquals(List.of(), Preconditions.lacking(plan));
        assertEquals(
                List.of(
                        "Make sure that GPU 1 of n1 is GPU-bbbb, by name",
                        "Make sure that GPU 1 of n1 is GPU-bbbb",
                        "Create the rule podium-n1-gpu-1 without effect",
                        "Ask the cluster what it would do to GPU 1 of n1",
                        "Make sure again that GPU 1 of n1 is GPU-bbbb, by name",
                        "Make sure again that GPU 1 of n1 is GPU-bbbb",
                        "Give the rule podium-n1-gpu-1 the effect NoSchedule",
                        "Check that GPU 1 of n1 is still GPU-bbbb, by name",
                        "Check that GPU 1 of n1 is still GPU-bbbb"),
                words(plan));
        Step.Write made = assertInstanceOf(Step.Write.class, plan.steps().get(2));
        assertTrue(made.write().body().contains("\"effect\":\"None\""), made.write()::body);
        assertTrue(made.write().body().contains("\"device\":\"gpu-1\""), made.write()::body);
        assertEquals(ApiWrite.Verb.DELETE, made.undo().orElseThrow().verb());
        assertEquals(
                new Expectation.Reported("EvictionInProgress"),
                assertInstanceOf(Step.Await.class, plan.steps().get(3)).expectation());
        Step.Write undo = assertInstanceOf(Step.Write.class, plan.undo().getFirst());
        assertEquals(ApiWrite.Verb.DELETE, undo.write().verb());
    }

    @Test
    void aPreviewEndsWhenTheClusterHasSpoken() throws IOException {
        Plan plan = plans.taint(site(), DeviceServing.Effect.NONE);
        assertEquals(List.of(), Preconditions.lacking(plan));
        assertTrue(words(plan).getLast().startsWith("Ask the cluster"), words(plan)::toString);
        assertEquals(List.of(), plan.irreversible());
    }

    @Test
    void aRuleThatIsThereIsChangedByUidAndItsUndoGivesItsEffectBack() throws IOException {
        served.put(RULES, List.of(text("rule.json")));
        Plan plan = plans.taint(site(), DeviceServing.Effect.NO_EXECUTE);
        assertEquals(List.of(), Preconditions.lacking(plan));
        Step.Write change = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("r1"), change.write().uid());
        assertTrue(change.undo().orElseThrow().body().contains("None"));
        assertTrue(plan.effects().stream().anyMatch(line -> line.contains("2 pods would be evicted")));
        assertEquals(1, plan.irreversible().size(), "deleted pods are said before");
    }

    @Test
    void theDiffsAreWhatTheWritesDo() throws IOException {
        WrittenObjects none = new WrittenObjects();
        for (DeviceServing.Effect effect : DeviceServing.Effect.values()) {
            none.agree(plans.taint(site(), effect));
        }
        String rule = text("rule.json").replace("\"None\"", "\"NoSchedule\"");
        served.put(RULES, List.of(rule));
        String path = site().rule().orElseThrow().ref().path();
        new WrittenObjects().with(path, rule).agree(plans.taint(site(), DeviceServing.Effect.NO_EXECUTE));
        new WrittenObjects().with(path, rule).agree(plans.untaint(site()));
        String plain = "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}";
        new WrittenObjects().with(ObjectRef.node("n1").path(), plain).agree(plans.label());
        node.setLabels(Labels.of(Map.of(DevicePlan.LABEL, "0")));
        String marked = plain.replace("\"a\":", "\"" + DevicePlan.LABEL + "\":\"0\",\"a\":");
        new WrittenObjects().with(ObjectRef.node("n1").path(), marked).agree(plans.label());
    }

    @Test
    void anUncordonRemovesOurRuleAndItsUndoMakesItAgain() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> plans.untaint(site()));
        served.put(RULES, List.of(text("rule.json").replace("\"None\"", "\"NoSchedule\"")));
        Plan plan = plans.untaint(site());
        assertEquals(List.of(), Preconditions.lacking(plan));
        Step.Write delete = assertInstanceOf(Step.Write.class, plan.steps().getFirst());
        assertEquals(Optional.of("r1"), delete.write().uid());
        Step.Write again = assertInstanceOf(Step.Write.class, plan.undo().getFirst());
        assertTrue(again.write().body().contains("NoSchedule"), again.write()::body);
    }

    @Test
    void theLabelSaysThatItKeepsNoWorkOff() {
        node.setLabels(Labels.of("podium.devices/out-of-service", "0"));
        Plan plan = plans.label();
        assertEquals(List.of(), Preconditions.lacking(plan));
        Step.Write set = assertInstanceOf(Step.Write.class, plan.steps().getFirst());
        assertTrue(set.write().body().contains("\"0.1\""), "beside what was marked before");
        assertTrue(plan.effects().getLast().contains("does not keep work off"));
        assertTrue(set.undo().orElseThrow().body().contains("\"0\""));
    }
}
