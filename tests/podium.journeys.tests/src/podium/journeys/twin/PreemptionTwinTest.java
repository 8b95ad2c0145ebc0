// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kubernetes.internal.json.Trees;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** Whom a real kube-scheduler evicts for a pod, and on which node, on random clusters; and whom we say. */
class PreemptionTwinTest {
    private static final int WORLDS = Integer.getInteger("podium.twin.worlds", 12);
    private static final int NODES = 4;
    private static final String PODS = "/api/v1/namespaces/team/pods";
    private static final String BUDGETS = "/apis/policy/v1/namespaces/team/poddisruptionbudgets";
    private static final List<Integer> PRIORITIES = List.of(-10, 0, 100, 500, 1000);

    @Test
    void thoseAreEvictedWhomTheSchedulerEvicts(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no control plane");
        List<String> differences = new ArrayList<>();
        int evicting = 0;
        try (TwinCluster cluster = new TwinCluster(directory, List.of())) {
            begin(cluster);
            for (int world = 0; world < WORLDS; world++) {
                settle(cluster, new Random(world), world);
                String subject = pod("subject-" + world, "", 1 + world % 6, 2 + world % 3);
                String ours = Ours.preemption(cluster, cluster.send("POST", PODS + "?dryRun=All", subject));
                String theirs = asked(cluster, subject);
                if (theirs.isEmpty() && !ours.isEmpty()) {
                    theirs = asked(cluster, subject); // it may not have heard of all before
                }
                if (!ours.equals(theirs)) {
                    differences.add(world + ": scheduler '" + theirs + "', we '" + ours + "'");
                }
                evicting += theirs.isEmpty() ? 0 : 1;
                clear(cluster);
            }
        }
        assertEquals(List.of(), differences, differences.size() + " of " + WORLDS);
        assertTrue(evicting > WORLDS / 3, "only " + evicting + " evict");
    }

    @Test
    void ofAGangThatNothingHoldsTogetherAPartStartsAndOthersAreEvictedForIt(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no control plane");
        try (TwinCluster cluster = new TwinCluster(directory, List.of())) {
            begin(cluster);
            for (String node : List.of("free", "high", "low")) {
                node(cluster, node);
            }
            JsonNode cheap = cluster.send("POST", PODS, pod("cheap", "low", 4, 1));
            cluster.send("POST", PODS, pod("dear", "high", 8, 4));
            assertEquals("free, low; cheap", Ours.supposed(cluster, cheap, "submit 3x8 priority p3"));
            for (int rank = 0; rank < 3; rank++) {
                cluster.send("POST", PODS, pod("gang-" + rank, "", 8, 3));
            }
            TreeSet<String> victims = new TreeSet<>();
            Await.until("it has no more room", () -> {
                try {
                    end(cluster, victims);
                    TreeSet<String> places = new TreeSet<>();
                    int refused = 0;
                    for (JsonNode pod : cluster.list(PODS)) {
                        String node = Trees.text(pod, "/spec/nodeName");
                        boolean gang = Trees.text(pod, "/metadata/name").startsWith("gang-");
                        places.addAll(gang && !node.isEmpty() ? List.of(node) : List.of());
                        refused += gang && node.isEmpty() && pod.toString().contains("preemption: 0/3") ? 1 : 0;
                    }
                    return places.equals(new TreeSet<>(List.of("free", "low"))) && refused == 1;
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertEquals(new TreeSet<>(List.of("cheap")), victims);
        }
    }

    private static void begin(TwinCluster cluster) throws IOException {
        cluster.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
        cluster.send("POST", "/api/v1/namespaces/team/serviceaccounts", "{\"metadata\":{\"name\":\"default\"}}");
        for (int priority : PRIORITIES) {
            cluster.send(
                    "POST",
                    "/apis/scheduling.k8s.io/v1/priorityclasses",
                    "{\"metadata\":{\"name\":\"p" + PRIORITIES.indexOf(priority) + "\"},\"value\":" + priority + "}");
        }
    }

    private static void node(TwinCluster cluster, String node) throws IOException {
        cluster.send("POST", "/api/v1/nodes", "{\"metadata\":{\"name\":\"" + node + "\"}}");
        cluster.send("PATCH", "/api/v1/nodes/" + node, "{\"spec\":{\"taints\":null}}");
        cluster.send("PATCH", "/api/v1/nodes/" + node + "/status", """
            {"status":{"conditions":[{"type":"Ready","status":"True"}],
            "capacity":{"nvidia.com/gpu":"8","cpu":"64","memory":"99Gi","pods":"99"},
            "allocatable":{"nvidia.com/gpu":"8","cpu":"64","memory":"99Gi","pods":"99"}}}\
            """);
    }

    private static String pod(String name, String node, int gpus, int priority) {
        return """
            {"metadata":{"name":"%s","labels":{"app":"%s"}},"spec":{%s"priorityClassName":"p%d",
            "containers":[{"name":"c","image":"i","resources":{"limits":{"nvidia.com/gpu":"%d"}}}]}}\
            """.formatted(name, name, node.isEmpty() ? "" : "\"nodeName\":\"" + node + "\",", priority, gpus);
    }

    /** Nodes with pods of random priorities, each started at another time; some stand under a budget. */
    private static void settle(TwinCluster cluster, Random random, int world) throws IOException {
        int pods = 0;
        for (int i = 0; i < NODES; i++) {
            String node = "n" + world + "-" + i;
            node(cluster, node);
            for (int left = 8 - random.nextInt(2); left > 0; ) {
                int gpus = 1 + random.nextInt(left);
                left -= gpus;
                String name = "w" + world + "-" + pods++;
                cluster.send("POST", PODS, pod(name, node, gpus, random.nextInt(PRIORITIES.size())));
                Instant started = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(9_000_000));
                cluster.send(
                        "PATCH",
                        PODS + "/" + name + "/status",
                        "{\"status\":{\"phase\":\"Running\",\"startTime\":\"" + started + "\"}}");
                if (random.nextInt(3) == 0) {
                    cluster.send("POST", BUDGETS, """
                        {"metadata":{"name":"%s"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"%s"}}}}\
                        """.formatted(name, name));
                    cluster.send(
                            "PATCH",
                            BUDGETS + "/" + name + "/status",
                            "{\"status\":{\"disruptionsAllowed\":" + random.nextInt(2) + ",\"currentHealthy\":1,"
                                    + "\"desiredHealthy\":1,\"expectedPods\":1}}");
                }
            }
        }
    }

    /** What it does for the pod, while those it evicts end at once: "n1: a, b"; empty: it evicts nobody. */
    private static String asked(TwinCluster cluster, String subject) throws IOException {
        String path = PODS + "/" + Trees.text(cluster.send("POST", PODS, subject), "/metadata/name");
        TreeSet<String> victims = new TreeSet<>();
        return Await.present("the scheduler speaks about " + path, () -> {
            try {
                end(cluster, victims);
                JsonNode pod = cluster.send("GET", path, "");
                String node = Trees.text(pod, "/spec/nodeName");
                if (!node.isEmpty()) {
                    return Optional.of(victims.isEmpty() ? "" : node + ": " + String.join(", ", victims));
                }
                for (JsonNode condition : pod.at("/status/conditions")) {
                    boolean helps = !Trees.text(condition, "/message").contains("preemption: 0/" + NODES);
                    if (Trees.text(condition, "/reason").equals("Unschedulable") && !helps && victims.isEmpty()) {
                        cluster.send("DELETE", path, "{\"gracePeriodSeconds\":0}");
                        return Optional.of("");
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The place of the kubelet: there is none. */
    private static void end(TwinCluster cluster, TreeSet<String> victims) throws IOException {
        for (JsonNode pod : cluster.list(PODS)) {
            for (JsonNode condition : pod.at("/status/conditions")) {
                if (Trees.text(condition, "/reason").equals("PreemptionByScheduler")
                        && pod.at("/metadata").has("deletionTimestamp")) {
                    String name = Trees.text(pod, "/metadata/name");
                    victims.add(name);
                    cluster.send("DELETE", PODS + "/" + name, "{\"gracePeriodSeconds\":0}");
                }
            }
        }
    }

    private static void clear(TwinCluster cluster) throws IOException {
        cluster.send("DELETE", BUDGETS, "");
        for (JsonNode pod : cluster.list(PODS)) {
            cluster.send("DELETE", PODS + "/" + Trees.text(pod, "/metadata/name"), "{\"gracePeriodSeconds\":0}");
        }
        for (JsonNode node : cluster.list("/api/v1/nodes")) {
            cluster.send("DELETE", "/api/v1/nodes/" + Trees.text(node, "/metadata/name"), "");
        }
    }
}
