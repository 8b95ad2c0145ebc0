// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

@Conformance
class BindingTest {

    private final ApiClient api;
    private final String pods;

    BindingTest(Server server) {
        api = server.admin();
        pods = "/api/v1/namespaces/" + server.freshNamespace() + "/pods";
    }

    @Test
    void aBoundPodHasItsNodeAndTheConditionAndTheAnnotations() {
        api.post(pods, Objects.pod("p")).expect(201);
        ObjectNode binding = binding("p", "n1");
        ((ObjectNode) binding.get("metadata")).putObject("annotations").put("by", "test");
        Answer bound = api.post(pods + "/p/binding", binding).expect(201);
        assertEquals("Status", bound.text("/kind"));
        assertEquals("Success", bound.text("/status"));
        Answer pod = api.get(pods + "/p");
        assertEquals("n1", pod.text("/spec/nodeName"));
        assertEquals("test", pod.text("/metadata/annotations/by"));
        assertEquals("PodScheduled", pod.text("/status/conditions/0/type"));
        assertEquals("True", pod.text("/status/conditions/0/status"));
    }

    @Test
    void aPodIsBoundOnce() {
        api.post(pods, Objects.pod("p")).expect(201);
        api.post(pods + "/p/binding", binding("p", "n1")).expect(201);
        Answer refused = api.post(pods + "/p/binding", binding("p", "n2")).expect(409);
        assertEquals("Conflict", refused.text("/reason"));
        assertEquals(
                "Operation cannot be fulfilled on pods/binding \"p\": pod p is already assigned to node \"n1\"",
                refused.message());
    }

    @Test
    void aGatedPodIsNotBound() {
        api.post(pods, Objects.gatedPod("p")).expect(201);
        Answer refused = api.post(pods + "/p/binding", binding("p", "n1")).expect(409);
        assertTrue(refused.message().endsWith("pod p has non-empty .spec.schedulingGates"), refused.message());
    }

    @Test
    void aPodThatIsBeingDeletedIsNotBound() {
        ObjectNode pod = Objects.pod("p");
        ((ObjectNode) pod.get("metadata")).putArray("finalizers").add("podium.example/hold");
        api.post(pods, pod).expect(201);
        api.delete(pods + "/p").expect(200);
        Answer refused = api.post(pods + "/p/binding", binding("p", "n1")).expect(409);
        assertTrue(
                refused.message().endsWith("pod p is being deleted, cannot be assigned to a host"), refused.message());
        api.patch(pods + "/p", ApiClient.MERGE, "{'metadata':{'finalizers':null}}")
                .expect(200);
    }

    @Test
    void theUidIsAPrecondition() {
        String uid = api.post(pods, Objects.pod("p")).expect(201).text("/metadata/uid");
        ObjectNode other = binding("p", "n1");
        ((ObjectNode) other.get("metadata")).put("uid", "another");
        Answer refused = api.post(pods + "/p/binding", other).expect(409);
        assertTrue(
                refused.message()
                        .contains("Precondition failed: UID in precondition: another, UID in object meta: " + uid),
                refused.message());
        ((ObjectNode) other.get("metadata")).put("uid", uid);
        api.post(pods + "/p/binding", other).expect(201);
    }

    @Test
    void aDryRunBindsNothing() {
        api.post(pods, Objects.pod("p")).expect(201);
        api.post(pods + "/p/binding?dryRun=All", binding("p", "n1")).expect(201);
        assertTrue(api.get(pods + "/p").at("/spec/nodeName").isMissingNode());
    }

    @Test
    void aMissingPodIsNotFound() {
        api.post(pods + "/none/binding", binding("none", "n1")).expect(404);
    }

    @Test
    void aTargetIsRequired() {
        api.post(pods, Objects.pod("p")).expect(201);
        ObjectNode binding = binding("p", "");
        assertEquals(
                "target.name: Required value",
                api.post(pods + "/p/binding", binding).expect(500).message());
    }

    private static ObjectNode binding(String pod, String node) {
        ObjectNode binding = Objects.of("v1", "Binding", pod);
        binding.putObject("target").put("apiVersion", "v1").put("kind", "Node").put("name", node);
        return binding;
    }
}
