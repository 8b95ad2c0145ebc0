// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.retry.PodLoss;
import podium.core.retry.PodLossEffect;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;
import podium.kubernetes.testkit.AllKinds;
import podium.testkit.ApiTarget;
import podium.testkit.Await;
import podium.testkit.ControlPlane;

/** What we say of a Job that loses pods, beside what the real Job controller makes of it. The test plays the kubelet. */
class RetriesTwinTest {
    private static final String DISRUPTION =
            "{\"action\":\"Ignore\",\"onPodConditions\":[{\"type\":\"DisruptionTarget\",\"status\":\"True\"}]}";

    private static ControlPlane plane;
    private static Process controllers;
    private static AdminHttp http;

    /** A Job, how many of its pods it loses and how, and what becomes of it. */
    private record Case(String name, int pods, String spec, int lost, PodLoss loss, PodLossOutcome outcome) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("no-retries-evicted", 1, "\"backoffLimit\":0", 1, PodLoss.EVICTED, PodLossOutcome.ENDS),
                new Case("no-retries-deleted", 1, "\"backoffLimit\":0", 1, PodLoss.DELETED, PodLossOutcome.ENDS),
                new Case("usual-evicted", 1, "\"suspend\":false", 1, PodLoss.EVICTED, PodLossOutcome.REPLACED),
                new Case("gang-all-deleted", 3, "\"backoffLimit\":2", 3, PodLoss.DELETED, PodLossOutcome.ENDS),
                new Case("gang-some-deleted", 3, "\"backoffLimit\":2", 2, PodLoss.DELETED, PodLossOutcome.REPLACED),
                new Case(
                        "spared-evicted",
                        1,
                        "\"backoffLimit\":0,\"podFailurePolicy\":{\"rules\":[" + DISRUPTION + "]}",
                        1,
                        PodLoss.EVICTED,
                        PodLossOutcome.REPLACED),
                new Case(
                        "spared-deleted",
                        1,
                        "\"backoffLimit\":0,\"podFailurePolicy\":{\"rules\":[" + DISRUPTION + "]}",
                        1,
                        PodLoss.DELETED,
                        PodLossOutcome.ENDS),
                new Case(
                        "replaced-when-failed",
                        1,
                        "\"backoffLimit\":0,\"podReplacementPolicy\":\"Failed\"",
                        1,
                        PodLoss.DELETED,
                        PodLossOutcome.ENDS),
                new Case(
                        "no-failed-index",
                        2,
                        "\"backoffLimitPerIndex\":0,\"maxFailedIndexes\":0",
                        1,
                        PodLoss.DELETED,
                        PodLossOutcome.ENDS),
                new Case(
                        "index-tries-again",
                        2,
                        "\"backoffLimitPerIndex\":1",
                        1,
                        PodLoss.DELETED,
                        PodLossOutcome.REPLACED));
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        Path assets = ControlPlane.assets().orElse(Path.of("none"));
        Path manager = assets.resolve("kube-controller-manager");
        Assumptions.assumeTrue(Files.isExecutable(manager), "KUBEBUILDER_ASSETS has no kube-controller-manager");
        plane = ControlPlane.start();
        ApiTarget target = plane.target();
        http = new AdminHttp(target);
        Path kubeconfig = directory.resolve("kubeconfig");
        Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
        controllers = new ProcessBuilder(
                        manager.toString(),
                        "--kubeconfig=" + kubeconfig,
                        "--authentication-kubeconfig=" + kubeconfig,
                        "--authorization-kubeconfig=" + kubeconfig,
                        "--bind-address=127.0.0.1",
                        "--secure-port=" + freePort(),
                        "--cert-dir=" + directory.resolve("manager"),
                        "--leader-elect=false",
                        "--controllers=job-controller,disruption-controller")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("manager.log").toFile())
                .start();
        http.send("POST", "/api/v1/namespaces", "{\"metadata\":{\"name\":\"team\"}}");
    }

    @AfterAll
    static void stop() throws Exception {
        if (controllers != null) {
            controllers.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        if (plane != null) {
            plane.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itComesAsWeSay(Case one) throws Exception {
        List<JsonNode> before = running(one.name(), one.pods(), one.spec());
        PodLossEffect said = AllKinds.WORKLOADS
                .of("batch", "Job")
                .orElseThrow()
                .loss(tree(job(one.name())))
                .map(rule -> PodLossRule.of(List.of(rule), true, one.loss(), one.lost()))
                .orElseThrow();
        assertEquals(one.outcome(), said.outcome(), said::why);
        List<String> lost = new ArrayList<>();
        for (JsonNode pod : before.subList(0, one.lost())) {
            lose(pod, one.loss());
            lost.add(Trees.text(pod, "/metadata/uid"));
        }
        if (one.outcome() == PodLossOutcome.ENDS) {
            until(one, "failed", () -> condition(job(one.name()), "Failed"));
        } else {
            until(one, "has new pods", () -> {
                List<JsonNode> now = pods(one.name());
                return now.size() == one.pods()
                        && now.stream()
                                .noneMatch(pod -> lost.contains(Trees.text(pod, "/metadata/uid"))
                                        || pod.at("/metadata").has("deletionTimestamp"));
            });
            assertEquals(false, condition(job(one.name()), "FailureTarget"), "it is failing");
        }
    }

    @Test
    void suspendingItCountsNothing() throws Exception {
        running("paused", 3, "\"backoffLimit\":0");
        http.send("PATCH", path("paused"), "{\"spec\":{\"suspend\":true}}");
        Await.until("no pod is active", () -> {
            end(pods("paused"));
            return pods("paused").isEmpty() && condition(job("paused"), "Suspended");
        });
        http.send("PATCH", path("paused"), "{\"spec\":{\"suspend\":false}}");
        Await.until("it runs again", () -> pods("paused").size() == 3);
        assertEquals(0, job("paused").at("/status/failed").asInt());
    }

    private interface Look {
        boolean at() throws IOException;
    }

    private static void until(Case one, String what, Look look) {
        Await.until(one + " " + what, () -> {
            try {
                end(pods(one.name()));
                return look.at();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<JsonNode> running(String name, int pods, String spec) throws IOException {
        http.send("POST", "/apis/batch/v1/namespaces/team/jobs", """
            {"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"%s"},"spec":{"parallelism":%d,"completions":%d,
            "completionMode":"Indexed",%s,"template":{"spec":{"restartPolicy":"Never","nodeName":"n1",
            "containers":[{"name":"main","image":"example/train:1"}]}}}}
            """.formatted(name, pods, pods, spec));
        Await.until(name + " has its pods", () -> pods(name).size() == pods);
        List<JsonNode> made = pods(name);
        for (JsonNode pod : made) {
            http.send("PATCH", path(pod) + "/status", "{\"status\":{\"phase\":\"Running\"}}");
        }
        Await.until(name + " is active", () -> job(name).at("/status/active").asInt() == pods);
        return made;
    }

    private static void lose(JsonNode pod, PodLoss loss) throws IOException {
        if (loss == PodLoss.DELETED) {
            http.send("DELETE", path(pod), "{\"gracePeriodSeconds\":5}");
        } else {
            http.send(
                    "POST",
                    path(pod) + "/eviction",
                    "{\"apiVersion\":\"policy/v1\",\"kind\":\"Eviction\",\"metadata\":{\"name\":\""
                            + Trees.text(pod, "/metadata/name") + "\"},\"deleteOptions\":{\"gracePeriodSeconds\":5}}");
        }
    }

    /** As a kubelet does: a pod that is told to end is Failed, then gone. */
    private static void end(List<JsonNode> pods) {
        for (JsonNode pod : pods) {
            if (pod.at("/metadata").has("deletionTimestamp")) {
                try {
                    http.send("PATCH", path(pod) + "/status", "{\"status\":{\"phase\":\"Failed\"}}");
                    http.send("DELETE", path(pod), "{\"gracePeriodSeconds\":0}");
                } catch (IOException e) {
                    continue;
                }
            }
        }
    }

    private static List<JsonNode> pods(String job) {
        try {
            List<JsonNode> pods = new ArrayList<>();
            http.send("GET", "/api/v1/namespaces/team/pods?labelSelector=job-name%3D" + job, "")
                    .path("items")
                    .forEach(pods::add);
            pods.removeIf(pod -> "Failed".equals(Trees.text(pod, "/status/phase"))
                    && !pod.at("/metadata").has("deletionTimestamp"));
            return pods;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode job(String name) {
        try {
            return http.send("GET", path(name), "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean condition(JsonNode job, String type) {
        for (JsonNode condition : job.at("/status/conditions")) {
            if (type.equals(Trees.text(condition, "/type")) && "True".equals(Trees.text(condition, "/status"))) {
                return true;
            }
        }
        return false;
    }

    private static String path(String job) {
        return "/apis/batch/v1/namespaces/team/jobs/" + job;
    }

    private static String path(JsonNode pod) {
        return "/api/v1/namespaces/team/pods/" + Trees.text(pod, "/metadata/name");
    }

    private static JsonTree tree(JsonNode object) throws IOException {
        return JsonTree.read(JsonInput.of(Trees.write(object)));
    }
}
