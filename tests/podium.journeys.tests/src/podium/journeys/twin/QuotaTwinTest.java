// SPDX-License-Identifier: Apache-2.0
package podium.journeys.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import podium.kubernetes.testkit.AdminHttp;
import podium.placement.Verdict;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/**
 * What is said of a pod that the quotas of its namespace do not let in, against the admission of a real API server. The quota
 * controller does not run, so what is used is written by hand.
 */
class QuotaTwinTest {
    private static final int WORLDS = Integer.getInteger("podium.twin.quotas", 40);
    private static final int PODS = 6;
    private static final String[] AMOUNTS = {
        "requests.cpu", "cpu", "memory", "limits.cpu", "limits.memory", "requests.nvidia.com/gpu", "pods", "count/pods"
    };
    private static final String[] SCOPES = {
        "",
        "",
        ",\"scopes\":[\"Terminating\"]",
        ",\"scopes\":[\"NotTerminating\",\"NotBestEffort\"]",
        ",\"scopeSelector\":{\"matchExpressions\":[{\"scopeName\":\"PriorityClass\",\"operator\":\"In\",\"values\":[\"high\"]}]}",
        ",\"scopeSelector\":{\"matchExpressions\":[{\"scopeName\":\"PriorityClass\",\"operator\":\"NotIn\",\"values\":[\"high\"]}]}",
        ",\"scopeSelector\":{\"matchExpressions\":[{\"scopeName\":\"PriorityClass\",\"operator\":\"Exists\"}]}",
        ",\"scopes\":[\"CrossNamespacePodAffinity\"]"
    };

    private final List<String> differences = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void aPodIsRefusedForItsQuotaWhereTheServerRefusesIt() throws Exception {
        Assumptions.assumeTrue(ControlPlane.assets().isPresent(), "KUBEBUILDER_ASSETS names no control plane");
        try (ControlPlane plane = ControlPlane.start()) {
            AdminHttp http = new AdminHttp(plane.target());
            for (String name : List.of("high", "low")) {
                http.send(
                        "POST",
                        "/apis/scheduling.k8s.io/v1/priorityclasses",
                        "{\"metadata\":{\"name\":\"" + name + "\"},\"value\":10}");
            }
            for (int world = 0; world < WORLDS; world++) {
                compare(http, new Random(world), world);
            }
        }
        assertEquals(List.of(), differences, differences.size() + " of " + seen);
        assertTrue(seen.size() == 3 && seen.values().stream().allMatch(count -> count > WORLDS / 4), seen.toString());
    }

    private void compare(AdminHttp http, Random random, int world) throws IOException {
        String namespace = "world-" + world;
        namespace(http, namespace);
        List<String> quotas = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            quotas.add(quota(http, namespace, "q" + i, random));
        }
        awaitQuotas(http, "probe-" + world);
        for (int i = 0; i < PODS; i++) {
            String pod = pod("p" + i, random);
            String server = answer(http, namespace, pod);
            Verdict ours = Ours.ofQuotas(namespace, quotas, pod);
            String said = ours.reasons().stream().anyMatch(reason -> reason.contains("which not every container sets"))
                    ? "unset"
                    : ours.reasons().stream().anyMatch(reason -> reason.startsWith("quota ")) ? "exceeded" : "admitted";
            boolean both = said.equals("unset")
                    && server.startsWith("exceeded")
                    && ours.reasons().stream().anyMatch(reason -> reason.contains(" asks "));
            if (!server.startsWith(said) && !both) {
                differences.add(server + "; we " + ours + "\n" + pod + "\n" + quotas + "\n");
            }
            seen.merge(server.split(":")[0], 1, Integer::sum);
        }
    }

    /** What the server says of a pod: admitted, "exceeded: ..." or "unset: ...". */
    private static String answer(AdminHttp http, String namespace, String pod) throws IOException {
        try {
            http.send("POST", "/api/v1/namespaces/" + namespace + "/pods?dryRun=All", pod);
            return "admitted";
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (message.contains("exceeded quota")) {
                return "exceeded: " + message;
            } else if (message.contains("must specify")) {
                return "unset: " + message;
            }
            throw e;
        }
    }

    private static void namespace(AdminHttp http, String name) throws IOException {
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"" + name + "\"}}");
    }

    private static String quota(AdminHttp http, String namespace, String name, Random random) throws IOException {
        StringBuilder hard = new StringBuilder();
        StringBuilder used = new StringBuilder();
        String scope = SCOPES[random.nextInt(SCOPES.length)];
        for (String amount : AMOUNTS) {
            boolean object = amount.startsWith("count/") && !scope.isEmpty();
            if (random.nextInt(3) == 0 && !object || hard.isEmpty() && "pods".equals(amount)) {
                int most = 1 + random.nextInt(6);
                hard.append(hard.isEmpty() ? "" : ",").append("\"" + amount + "\":\"" + most + "\"");
                used.append(used.isEmpty() ? "" : ",")
                        .append("\"" + amount + "\":\"" + random.nextInt(most + 1) + "\"");
            }
        }
        return quota(http, namespace, name, hard.toString(), used.toString(), scope);
    }

    private static String quota(AdminHttp http, String namespace, String name, String hard, String used, String scope)
            throws IOException {
        String path = "/api/v1/namespaces/" + namespace + "/resourcequotas";
        http.send(
                "POST",
                path,
                "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{\"hard\":{" + hard + "}" + scope + "}}");
        return http.send(
                        "PATCH",
                        path + "/" + name + "/status",
                        "{\"status\":{\"hard\":{" + hard + "},\"used\":{" + used + "}}}")
                .toString();
    }

    /** The server hears of quotas in the order in which they are written: once it knows the last, it knows all. */
    private static void awaitQuotas(AdminHttp http, String namespace) throws IOException {
        namespace(http, namespace);
        quota(http, namespace, "last", "\"pods\":\"0\"", "\"pods\":\"0\"", "");
        String pod = "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}";
        Await.until("the server counts the quotas", () -> {
            try {
                return answer(http, namespace, pod).startsWith("exceeded");
            } catch (IOException e) {
                return false; // it has not heard what is used
            }
        });
    }

    private static String pod(String name, Random random) {
        boolean elsewhere = random.nextInt(4) == 0;
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":{"
                + (random.nextInt(3) == 0 ? "\"activeDeadlineSeconds\":60," : "")
                + (random.nextInt(2) == 0
                        ? "\"priorityClassName\":\"" + (random.nextBoolean() ? "high" : "low") + "\","
                        : "")
                + (elsewhere
                        ? "\"affinity\":{\"podAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":[{"
                                + "\"topologyKey\":\"zone\",\"namespaces\":[\"default\"],\"labelSelector\":{}}]}},"
                        : "")
                + "\"initContainers\":[" + container("i", random) + "],"
                + "\"containers\":[" + container("a", random) + "," + container("b", random) + "]}}";
    }

    private static String container(String name, Random random) {
        List<String> requests = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        for (String resource : List.of("cpu", "memory")) {
            int least = random.nextInt(2);
            if (random.nextInt(6) > 0) {
                requests.add("\"" + resource + "\":\"" + least + "\"");
            }
            if (random.nextInt(6) > 0) {
                limits.add("\"" + resource + "\":\"" + (least + random.nextInt(2)) + "\"");
            }
        }
        if (random.nextInt(3) == 0) {
            limits.add("\"nvidia.com/gpu\":\"" + (1 + random.nextInt(2)) + "\"");
        }
        return "{\"name\":\"" + name + "\",\"image\":\"i\",\"resources\":{\"requests\":{" + String.join(",", requests)
                + "},\"limits\":{" + String.join(",", limits) + "}}}";
    }
}
