// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.change.Change;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.Data;
import podium.kubernetes.testkit.Truth;
import podium.operation.plan.PlacementCompiler;

/** Every manifest of the upstream examples is a job that is placed or refused with a reason, a gang, a queue, or known to be none. */
class ManifestsTest {
    /** Configuration and parts of it: no pods come of them by themselves. */
    private static final Set<String> NO_JOBS = Set.of(
            "AdmissionCheck",
            "ClusterTrainingRuntime",
            "Cohort",
            "HyperNode",
            "Namespace",
            "ProvisioningRequestConfig",
            "ResourceClaimTemplate",
            "ResourceFlavor",
            "Service",
            "ServiceAccount",
            "Topology",
            "WorkloadPriorityClass",
            "ConfigMap",
            "Role",
            "RoleBinding");

    private static List<JsonNode> objects() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (Path file : Data.files("workloads")) {
            for (String text : Data.objects(Files.readString(file))) {
                JsonNode object = Trees.read(text);
                if (object.has("kind")) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static Optional<Kind> kind(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        return AllKinds.of(ObjectRef.groupOf(apiVersion), object.path("kind").asText());
    }

    private static List<Change> seen(Kind kind, JsonNode object) throws IOException {
        ObjectNode stored = object.deepCopy();
        ObjectNode metadata = stored.withObject("/metadata");
        metadata.put("namespace", "team").put("uid", "uid").put("resourceVersion", "1");
        if (!metadata.has("name")) {
            metadata.put("name", metadata.path("generateName").asText() + "x");
        }
        return Truth.decode(kind, new Kind.Shared(), Trees.write(stored)).changes();
    }

    /** The object as a server would have it, and what a placement of it says. */
    private static PlacementCompiler.Result placed(Kind kind, JsonNode object, List<JsonNode> all) throws IOException {
        Desk desk = new Desk();
        String version = ObjectRef.versionOf(object.path("apiVersion").asText());
        ObjectRef ref = new ObjectRef(kind.group(), version, kind.resource(), kind.kind(), "team", "it");
        desk.put(ref, asKueueHoldsIt(object));
        for (JsonNode other : all) {
            if (other.path("kind").asText().equals("ClusterTrainingRuntime")) {
                String name = other.path("metadata").path("name").asText();
                desk.put(
                        new ObjectRef(
                                "trainer.kubeflow.org",
                                "v1alpha1",
                                "clustertrainingruntimes",
                                "ClusterTrainingRuntime",
                                "",
                                name),
                        other);
            }
        }
        return desk.compile(ref, Map.of());
    }

    /** Kueue's webhooks suspend what is created in one of its queues. */
    private static JsonNode asKueueHoldsIt(JsonNode object) {
        if (!KueueGuard.isQueued(object)) {
            return object;
        }
        ObjectNode held = object.deepCopy();
        held.withObject("/spec").put("suspend", true).withObject("/runPolicy").put("suspend", true);
        return held;
    }

    @Test
    void everyJobIsSeenAndIsPlacedOrRefusedWithAReason() throws IOException {
        List<JsonNode> all = objects();
        Map<String, String> found = new TreeMap<>();
        for (JsonNode object : all) {
            String name = object.path("kind").asText() + " "
                    + object.path("metadata").path("name").asText("generated");
            Optional<Kind> kind = kind(object);
            if (kind.isEmpty()) {
                assertTrue(NO_JOBS.contains(object.path("kind").asText()), name + " is nothing that Podium knows");
                continue;
            }
            List<Change> changes = seen(kind.get(), object);
            assertFalse(changes.isEmpty(), name);
            if (changes.getFirst() instanceof Change.WorkloadSeen || changes.getFirst() instanceof Change.PodSeen) {
                found.put(name, said(placed(kind.get(), object, all)));
            }
        }
        assertTrue(found.size() >= 30, found::toString);
        assertEquals(PLACED_ELSEWHERE, refused(found), found::toString);
    }

    /** Upstream examples that cannot be placed as they are, and the word of the reason that tells why. */
    private static final Map<String, String> PLACED_ELSEWHERE = new TreeMap<>(Map.ofEntries(
            Map.entry("JobSet exclusive-placement", "of its own"),
            Map.entry("JobSet v6e-multislice", "of its own"),
            Map.entry("RayJob generated", "only while it initializes or runs"),
            Map.entry("TrainJob lammps-flux", "ClusterTrainingRuntime flux-distributed"),
            Map.entry("Experiment bayesian-optimization", "No trial"),
            Map.entry("Experiment pytorchjob-mnist", "No trial"),
            Map.entry("Experiment torch-distributed-example", "No trial"),
            Map.entry("JobFlow test", "JobTemplates")));

    private static Map<String, String> refused(Map<String, String> found) {
        Map<String, String> refused = new TreeMap<>();
        found.forEach((name, said) -> {
            if (!said.startsWith("placed")) {
                refused.put(
                        name,
                        PLACED_ELSEWHERE.values().stream()
                                .filter(said::contains)
                                .findFirst()
                                .orElse(said));
            }
        });
        return refused;
    }

    private static String said(PlacementCompiler.Result result) {
        return switch (result) {
            case PlacementCompiler.Result.Compiled(var plan) -> "placed: " + plan.title();
            case PlacementCompiler.Result.Refused(String reason, String advice, var _) -> {
                assertFalse(reason.isBlank() || advice.isBlank());
                yield reason;
            }
        };
    }
}
