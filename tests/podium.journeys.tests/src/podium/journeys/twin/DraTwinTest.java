// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Every verdict on pods with random claims, in random clusters of devices, against that of a real kube-scheduler. So many
 * clusters as the system property {@code podium.twin.worlds} says, six pods on each.
 */
class DraTwinTest {
    private static final int WORLDS = Integer.getInteger("podium.twin.worlds", 6);
    private static final int SUBJECTS = 6;
    private static final int TRIES = 3;
    private static final List<String> NODES = List.of("n0", "n1", "n2");
    /**
     * What 1.36 says when it has chosen the node and stumbles over itself: the pod has claims, and an extended resource that a
     * class serves elsewhere and a device plugin here.
     */
    private static final String NO_RULE = "nil or empty request mappings";

    private static final String DRA = "/apis/resource.k8s.io/v1/";
    private static final String CLAIMS = DRA + "namespaces/team/resourceclaims";
    private static final String TEMPLATES = DRA + "namespaces/team/resourceclaimtemplates";

    private final List<String> differences = new ArrayList<>();
    private final Map<Boolean, Integer> seen = new TreeMap<>();

    @Test
    void everyNodeIsTakenOrRefusedAsTheSchedulerDoes(@TempDir Path directory) throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no control plane");
        int first = Integer.getInteger("podium.twin.first", 0);
        try (TwinCluster cluster = new TwinCluster(directory, NODES)) {
            Assumptions.assumeTrue(served(cluster), "this control plane does not serve resource.k8s.io/v1");
            cluster.send(
                    "POST",
                    "/api/v1/namespaces",
                    "{\"metadata\":{\"name\":\"team\",\"labels\":{\"resource.kubernetes.io/admin-access\":\"true\"}}}");
            for (String one : DraTwinCase.classes()) {
                cluster.send("POST", DRA + "deviceclasses", one);
            }
            for (int world = first; world < first + WORLDS; world++) {
                world(cluster, new DraTwinCase(world, NODES), world);
            }
        }
        assertEquals(List.of(), differences, differences.size() + " of " + seen);
        assertTrue(seen.values().stream().allMatch(count -> count > WORLDS * SUBJECTS / 5), seen.toString());
    }

    private static boolean served(TwinCluster cluster) {
        try {
            cluster.list(DRA + "resourceslices");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void world(TwinCluster cluster, DraTwinCase random, int world) throws IOException {
        for (String node : NODES) {
            cluster.send(
                    "POST",
                    "/api/v1/nodes",
                    "{\"metadata\":{\"name\":\"" + node + "\",\"labels\":{\"kubernetes.io/hostname\":\"" + node
                            + "\",\"zone\":\"" + random.zone() + "\"}}}");
            cluster.send("PATCH", "/api/v1/nodes/" + node, "{\"spec\":{\"taints\":null}}");
            String has = "{\"cpu\":\"8\",\"memory\":\"8Gi\",\"pods\":\"20\"" + random.allocatable() + "}";
            cluster.send(
                    "PATCH",
                    "/api/v1/nodes/" + node + "/status",
                    "{\"status\":{\"capacity\":" + has + ",\"allocatable\":" + has
                            + ",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}");
        }
        for (String slice : random.slices()) {
            cluster.send("POST", DRA + "resourceslices", slice);
        }
        int number = 0;
        for (String status : random.held()) {
            String name = "held-" + number++;
            boolean admin = status.contains("adminAccess");
            claim(
                    cluster,
                    name,
                    "{\"devices\":{\"requests\":[{\"name\":\"r\",\"exactly\":{\"deviceClassName\":\"any\""
                            + (admin ? ",\"adminAccess\":true" : "") + "}}]}}",
                    "");
            cluster.send("PATCH", CLAIMS + "/" + name + "/status", status);
        }
        for (int i = 0; i < SUBJECTS; i++) {
            compare(cluster, random, "subject-" + world + "-" + i);
        }
        sweep(cluster, "");
        for (JsonNode slice : cluster.list(DRA + "resourceslices")) {
            cluster.send("DELETE", DRA + "resourceslices/" + Trees.text(slice, "/metadata/name"), "");
        }
        for (String node : NODES) {
            cluster.send("DELETE", "/api/v1/nodes/" + node, "");
        }
    }

    private static void claim(TwinCluster cluster, String name, String spec, String owner) throws IOException {
        cluster.send(
                "POST",
                CLAIMS,
                "{\"metadata\":{\"namespace\":\"team\",\"name\":\"" + name + "\"" + owner + "},\"spec\":" + spec + "}");
    }

    /** Removes claims but those that stay. */
    private static void sweep(TwinCluster cluster, String staying) throws IOException {
        for (JsonNode claim : cluster.list(CLAIMS)) {
            String name = Trees.text(claim, "/metadata/name");
            if (staying.isEmpty() || !name.startsWith(staying)) {
                cluster.send("PATCH", CLAIMS + "/" + name, "{\"metadata\":{\"finalizers\":null}}");
                cluster.send("DELETE", CLAIMS + "/" + name, "");
            }
        }
    }

    private void compare(TwinCluster cluster, DraTwinCase random, String name) throws IOException {
        Map<String, String> claims = new LinkedHashMap<>();
        String extended = random.extended();
        int count = random.claims();
        for (int i = 0; i < (extended.isEmpty() ? count : count - 1); i++) {
            claims.put("c" + i, random.claim());
        }
        boolean template = random.ofTemplate() && !claims.isEmpty();
        ObjectNode pod = pod(name, claims, template, extended, random.amount());
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            if (template) {
                cluster.send(
                        "POST",
                        TEMPLATES,
                        "{\"metadata\":{\"namespace\":\"team\",\"name\":\"" + name + claim.getKey()
                                + "\"},\"spec\":{\"spec\":" + claim.getValue() + "}}");
            }
        }
        create(cluster, claims, template);
        JsonNode subject = cluster.send("POST", "/api/v1/namespaces/team/pods?dryRun=All", Trees.write(pod));
        Map<String, Verdict> ours = Ours.verdicts(cluster, subject);
        for (String node : NODES) {
            Verdict verdict = Objects.requireNonNull(ours.get(node));
            String says = "";
            for (int i = 0; i < TRIES; i++) { // it may not have heard of all that went before
                sweep(cluster, "held-");
                create(cluster, claims, template);
                says = cluster.says(
                        pod, node, List.of(), made -> asController(cluster, made, template ? claims : Map.of()));
                if (says.isEmpty() == (verdict.fit() == Fit.FITS) || says.contains(NO_RULE)) {
                    break;
                }
            }
            if (says.isEmpty() != (verdict.fit() == Fit.FITS) && !says.contains(NO_RULE)) {
                differences.add(node + ": scheduler '" + says + "', we " + verdict + "\n" + pod + "\n" + claims + "\n"
                        + cluster.send("GET", DRA + "resourceslices", "").path("items") + "\n"
                        + cluster.list(CLAIMS) + "\n");
            }
            seen.merge(says.isEmpty(), 1, Integer::sum);
        }
        sweep(cluster, "held-");
        for (String claim : template ? claims.keySet() : List.<String>of()) {
            cluster.send("DELETE", TEMPLATES + "/" + name + claim, "");
        }
    }

    private static void create(TwinCluster cluster, Map<String, String> claims, boolean template) throws IOException {
        for (Map.Entry<String, String> claim : template ? List.<Map.Entry<String, String>>of() : claims.entrySet()) {
            claim(cluster, claim.getKey(), claim.getValue(), "");
        }
    }

    /** Makes the claims of templates as kube-controller-manager does. */
    private static void asController(TwinCluster cluster, JsonNode pod, Map<String, String> claims) throws IOException {
        List<String> statuses = new ArrayList<>();
        String name = Trees.text(pod, "/metadata/name");
        for (Map.Entry<String, String> claim : claims.entrySet()) {
            String made = name + "-" + claim.getKey();
            claim(
                    cluster,
                    made,
                    claim.getValue(),
                    ",\"annotations\":{\"resource.kubernetes.io/pod-claim-name\":\"" + claim.getKey()
                            + "\"},\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"name\":\"" + name
                            + "\",\"uid\":\"" + Trees.text(pod, "/metadata/uid") + "\",\"controller\":true}]");
            statuses.add("{\"name\":\"" + claim.getKey() + "\",\"resourceClaimName\":\"" + made + "\"}");
        }
        if (!statuses.isEmpty()) {
            cluster.send(
                    "PATCH",
                    "/api/v1/namespaces/team/pods/" + name + "/status",
                    "{\"status\":{\"resourceClaimStatuses\":[" + String.join(",", statuses) + "]}}");
        }
    }

    private static ObjectNode pod(
            String name, Map<String, String> claims, boolean template, String extended, int amount) throws IOException {
        List<String> references = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        for (String claim : claims.keySet()) {
            references.add(
                    "{\"name\":\"" + claim + "\",\"" + (template ? "resourceClaimTemplateName" : "resourceClaimName")
                            + "\":\"" + (template ? name + claim : claim) + "\"}");
            uses.add("{\"name\":\"" + claim + "\"}");
        }
        String asks = extended.isEmpty() ? "" : "\"" + extended + "\":\"" + amount + "\"";
        return (ObjectNode)
                Trees.read("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"namespace\":\"team\",\"name\":\""
                        + name + "\"},\"spec\":{\"resourceClaims\":[" + String.join(",", references)
                        + "],\"containers\":[{\"name\":\"c\",\"image\":\"i\",\"resources\":{\"requests\":{" + asks
                        + "},\"limits\":{" + asks + "},\"claims\":[" + String.join(",", uses) + "]}}]}}");
    }
}
