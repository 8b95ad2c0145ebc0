// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.json.Trees;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.testkit.ControlPlane;

/**
 * Every verdict on random clusters and pods against that of a real kube-scheduler. So many clusters as the system
 * property {@code podium.twin.worlds} says, eight pods on each.
 */
class SchedulerTwinTest {
    private static final int WORLDS = Integer.getInteger("podium.twin.worlds", 6);
    private static final int SUBJECTS = 8;
    private static final List<String> NODES = List.of("n0", "n1", "n2", "n3", "n4");

    private final List<String> differences = new ArrayList<>();
    private final Map<Boolean, Integer> seen = new TreeMap<>();

    @Test
    void everyNodeIsTakenOrRefusedAsTheSchedulerDoes(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no control plane");
        int first = Integer.getInteger("podium.twin.first", 0);
        try (TwinCluster cluster = new TwinCluster(directory, NODES)) {
            for (JsonNode object : Trees.read(resource("world.json"))) {
                create(cluster, object);
            }
            for (int world = first; world < first + WORLDS; world++) {
                TwinCase random = new TwinCase(world);
                settle(cluster, random, world);
                for (int i = 0; i < SUBJECTS; i++) {
                    compare(cluster, random.pod("subject-" + world + "-" + i, "team", "", true));
                }
                for (JsonNode pod : cluster.list("/api/v1/pods")) {
                    cluster.send("PATCH", path(pod), "{\"metadata\":{\"finalizers\":null}}");
                    remove(cluster, path(pod));
                }
                for (String node : NODES) {
                    cluster.send("DELETE", "/api/v1/nodes/" + node, "");
                }
            }
        }
        assertEquals(List.of(), differences, differences.size() + " of " + seen);
        assertTrue(seen.values().stream().allMatch(count -> count > WORLDS * SUBJECTS / 5), seen.toString());
    }

    private static void remove(TwinCluster cluster, String path) {
        try {
            cluster.send("DELETE", path, "{\"gracePeriodSeconds\":0}");
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("404"), e.getMessage()); // it went with its last finalizer
        }
    }

    private static String path(JsonNode pod) {
        return "/api/v1/namespaces/" + Trees.text(pod, "/metadata/namespace") + "/pods/"
                + Trees.text(pod, "/metadata/name");
    }

    private static void create(TwinCluster cluster, JsonNode object) throws IOException {
        String path = Trees.text(object, "/path");
        JsonNode made = cluster.send("POST", path, Trees.write(object.path("object")));
        if (object.has("status")) {
            String name = Trees.text(made, "/metadata/name");
            cluster.send(
                    "PATCH",
                    path + "/" + name + "/status",
                    Trees.write(Trees.object().set("status", object.path("status"))));
        }
    }

    /** Nodes and the pods on them: some run, some end, some are finished. */
    private static void settle(TwinCluster cluster, TwinCase random, int world) throws IOException {
        for (String node : NODES) {
            cluster.send("POST", "/api/v1/nodes", random.node(node));
            cluster.send("PATCH", "/api/v1/nodes/" + node, random.nodeSpec());
            cluster.send("PATCH", "/api/v1/nodes/" + node + "/status", random.nodeStatus());
        }
        for (int i = 0; i < 7; i++) {
            String namespace = i % 3 == 2 ? "other" : "team";
            ObjectNode pod = (ObjectNode)
                    Trees.read(random.pod("p" + world + "-" + i, namespace, NODES.get((i * 3 + world) % 5), false));
            if (i == 1 && world % 2 == 0) {
                pod.withObject("/spec")
                        .putArray("volumes")
                        .addObject()
                        .put("name", "v")
                        .withObject("/persistentVolumeClaim")
                        .put("claimName", "lone");
            }
            if (i == 5) {
                pod.withObject("/metadata").putArray("finalizers").add("podium.test/stay");
            }
            cluster.send("POST", "/api/v1/namespaces/" + namespace + "/pods", Trees.write(pod));
            if (i == 5) {
                cluster.send("DELETE", path(pod), "{\"gracePeriodSeconds\":0}");
            } else if (i == 6) {
                cluster.send("PATCH", path(pod) + "/status", "{\"status\":{\"phase\":\"Succeeded\"}}");
            }
        }
    }

    private void compare(TwinCluster cluster, String json) throws IOException {
        String pods = "/api/v1/namespaces/team/pods";
        JsonNode subject = cluster.send("POST", pods + "?dryRun=All", json);
        Map<String, Verdict> ours = Ours.verdicts(cluster, subject);
        List<String> waiting = new ArrayList<>();
        for (JsonNode volume : subject.at("/spec/volumes")) {
            String claim = Trees.text(volume, "/persistentVolumeClaim/claimName");
            if (List.of("later", "local").contains(claim) && !waiting.contains(claim)) {
                waiting.add(claim);
            }
        }
        for (String node : NODES) {
            Verdict verdict = Objects.requireNonNull(ours.get(node));
            String says = cluster.says((ObjectNode) Trees.read(json), node, waiting);
            if (says.isEmpty() != fits(verdict)) {
                says = cluster.says(
                        (ObjectNode) Trees.read(json), node, waiting); // it may not have heard of all before
            }
            if (says.isEmpty() != fits(verdict)) {
                differences.add(node + ": scheduler '" + says + "', we " + verdict + "\n" + json + "\n");
            }
            seen.merge(says.isEmpty(), 1, Integer::sum);
        }
    }

    /** The twin has no CSINode and no CSIStorageCapacity: what depends on these alone fits there. */
    private static boolean fits(Verdict verdict) {
        return verdict.fit() == Fit.FITS
                || verdict.fit() == Fit.FITS_IF
                        && verdict.reasons().stream().allMatch(reason -> reason.contains("(CSINode)"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SchedulerTwinTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
