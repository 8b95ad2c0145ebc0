// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.testkit.AdminHttp;

/** Plays the kubelets of all nodes: lets bound pods run and be ready, and lets those that are deleted end. */
final class HandKubelet implements AutoCloseable {
    private static final int MILLIS = 100;

    private final AdminHttp http;
    private final List<BudgetWatch> watches = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon(true).unstarted(work));
    private volatile boolean held;

    HandKubelet(AdminHttp http) {
        this.http = http;
        timer.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    void hold(boolean hold) {
        held = hold;
    }

    void tell(BudgetWatch watch) {
        watches.add(watch);
    }

    private void look() {
        try {
            List<JsonNode> pods = new ArrayList<>();
            http.send("GET", "/api/v1/pods", "").path("items").forEach(pods::add);
            watches.forEach(watch -> watch.moment(pods));
            for (JsonNode pod : pods) {
                if (!held && !Trees.text(pod, "/spec/nodeName").isEmpty()) {
                    tryToServe(pod);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The end of the test, or a server that is busy: the next look asks again. What is thrown from here ends
            // all looks.
            return;
        }
    }

    /** One pod that changed meanwhile keeps no other waiting; the next look sees it. */
    private void tryToServe(JsonNode pod) {
        try {
            serve(pod);
        } catch (IOException e) {
            return;
        }
    }

    private void serve(JsonNode pod) throws IOException {
        String path = "/api/v1/namespaces/" + Trees.text(pod, "/metadata/namespace") + "/pods/"
                + Trees.text(pod, "/metadata/name");
        String phase = Trees.text(pod, "/status/phase");
        if (!Trees.text(pod, "/metadata/deletionTimestamp").isEmpty()) {
            if (!List.of("Succeeded", "Failed").contains(phase)) {
                // a kubelet tells how a pod ended before it lets it go; Kueue waits for that
                http.send("PATCH", path + "/status", "{\"status\":{\"phase\":\"Failed\"}}");
            }
            if (pod.path("metadata").path("deletionGracePeriodSeconds").asInt() == 0
                    && !pod.path("metadata").path("finalizers").isEmpty()) {
                return;
            }
            http.send(
                    "DELETE",
                    path,
                    "{\"gracePeriodSeconds\":0,\"preconditions\":{\"uid\":\"" + Trees.text(pod, "/metadata/uid")
                            + "\"}}");
        } else if ("Pending".equals(phase)) {
            String now = Instant.now().toString();
            http.send(
                    "PATCH",
                    path + "/status",
                    "{\"status\":{\"phase\":\"Running\",\"startTime\":\"" + now + "\",\"conditions\":["
                            + condition("PodScheduled", now) + "," + condition("Ready", now) + "]}}");
        }
    }

    private static String condition(String type, String now) {
        return "{\"type\":\"" + type + "\",\"status\":\"True\",\"lastTransitionTime\":\"" + now + "\"}";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
