// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.OwnerFixtures;

/**
 * An owner of a fixture on a real server, under a name of its own, with the Workload that Kueue would have made of it and the pods that
 * wait at our gate.
 */
final class ServedOwner {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";
    private static final String STRICT = "?fieldValidation=Strict";

    private final AdminHttp http;
    final ObjectRef ref;
    final Map<ObjectRef, String> pods = new LinkedHashMap<>();
    private Optional<String> workload = Optional.empty();

    private ServedOwner(AdminHttp http, ObjectRef ref) {
        this.http = http;
        this.ref = ref;
    }

    /** The fixture in a state; refused by a server that has not its kind, or would not have it so. */
    static ServedOwner of(AdminHttp http, String fixture, String state, String name) throws IOException {
        ObjectNode owner = (ObjectNode) Trees.read(OwnerFixtures.text(fixture).replace("\"it\"", "\"" + name + "\""));
        String kind = owner.path("kind").asText();
        String apiVersion = owner.path("apiVersion").asText();
        ObjectRef ref = new ObjectRef(
                ObjectRef.groupOf(apiVersion),
                ObjectRef.versionOf(apiVersion),
                kind.toLowerCase(Locale.ROOT) + "s",
                kind,
                "team",
                name);
        switch (state) {
            case "suspended" -> {
                boolean nested =
                        owner.path("spec").has("runPolicy") || ref.group().equals("kubeflow.org");
                owner.withObject(nested ? "/spec/runPolicy" : "/spec").put("suspend", true);
            }
            case "selective" ->
                EveryPlan.templates(
                        owner, spec -> spec.withObject("/nodeSelector").put("tier", "gpu"));
            case "pinned" ->
                EveryPlan.templates(
                        owner, spec -> spec.withObject("/nodeSelector").put("kubernetes.io/hostname", "host-9"));
            case "gated" ->
                EveryPlan.templates(
                        owner,
                        spec -> spec.withArray("/schedulingGates").addObject().put("name", "podium.placement/manual"));
            default -> {}
        }
        ServedOwner served = new ServedOwner(http, ref);
        String collection = ref.path().substring(0, ref.path().lastIndexOf('/'));
        JsonNode made = http.send("POST", collection + STRICT, Trees.write(owner));
        if (owner.at("/metadata/labels").has(QUEUE)) {
            served.admit(made, state.equals("suspended"));
        }
        if (state.equals("gated") && !ref.isPod()) {
            served.gate(made);
        }
        return served;
    }

    private void admit(JsonNode owner, boolean waits) throws IOException {
        ObjectNode its =
                Trees.object().put("apiVersion", "kueue.x-k8s.io/v1beta1").put("kind", "Workload");
        String uid = owner.at("/metadata/uid").asText();
        its.withObject("/metadata").put("name", "its-" + ref.name());
        its.withObject("/metadata/labels").put("kueue.x-k8s.io/job-uid", uid);
        its.withObject("/metadata")
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", ref.apiVersion())
                .put("kind", ref.kind())
                .put("name", ref.name())
                .put("uid", uid)
                .put("controller", true);
        ObjectNode spec = its.putObject("spec").put("queueName", "gold").put("active", true);
        var sets = spec.putArray("podSets");
        List<JsonNode> templates = owner.path("spec").findParents("containers");
        for (int i = 0; i < templates.size(); i++) {
            ObjectNode set = sets.addObject().put("name", "set-" + i).put("count", 1);
            set.putObject("template").set("spec", templates.get(i));
        }
        String path = "/apis/kueue.x-k8s.io/v1beta1/namespaces/team/workloads";
        http.send("POST", path + STRICT, Trees.write(its));
        workload = Optional.of(path + "/its-" + ref.name());
        if (!waits) {
            reserve(true);
        }
    }

    /** What Kueue does when it admits a job, and when it takes it back. */
    void reserve(boolean reserved) throws IOException {
        if (workload.isEmpty()) {
            return;
        }
        ObjectNode status = Trees.object();
        ObjectNode condition = status.putArray("conditions")
                .addObject()
                .put("type", "QuotaReserved")
                .put("status", reserved ? "True" : "False");
        condition.put("reason", "Test").put("message", "").put("lastTransitionTime", "2026-01-01T00:00:00Z");
        if (reserved) {
            ObjectNode admission = status.putObject("admission").put("clusterQueue", "gold");
            var sets = admission.putArray("podSetAssignments");
            http.send("GET", workload.get(), "").at("/spec/podSets").forEach(set -> sets.addObject()
                    .put("name", set.path("name").asText()));
        } else {
            status.putNull("admission");
        }
        http.send(
                "PATCH", workload.get() + "/status", Trees.write(Trees.object().set("status", status)));
    }

    /** What Kueue does to the job itself when it takes it back. */
    void suspend(String pointer) throws IOException {
        ObjectNode patch = Trees.object();
        patch.withObject(pointer.substring(0, pointer.lastIndexOf('/')))
                .put(pointer.substring(pointer.lastIndexOf('/') + 1), true);
        http.send("PATCH", ref.path(), Trees.write(patch));
    }

    private void gate(JsonNode owner) throws IOException {
        for (int i = 0; i < 2; i++) {
            String name = ref.name() + "-" + i;
            ObjectNode pod = Trees.object();
            pod.withObject("/metadata").put("name", name);
            pod.withObject("/metadata")
                    .putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", ref.apiVersion())
                    .put("kind", ref.kind())
                    .put("name", ref.name())
                    .put("uid", owner.at("/metadata/uid").asText())
                    .put("controller", true);
            ObjectNode spec = pod.putObject("spec");
            spec.putArray("containers").addObject().put("name", "main").put("image", "example/train:1");
            spec.putArray("schedulingGates").addObject().put("name", "podium.placement/manual");
            http.send("POST", "/api/v1/namespaces/team/pods", Trees.write(pod));
            pods.put(ObjectRef.pod("team", name), "n1");
        }
    }
}
