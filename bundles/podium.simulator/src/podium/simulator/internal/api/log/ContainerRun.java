// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * One run of a container, from its start to its end.
 *
 * @param restart which run it is, from 0
 * @param ended empty while it runs
 * @param exitCode how it ended; 0 while it runs
 * @param reason the reason of its end; empty while it runs
 */
public record ContainerRun(
        JsonNode pod,
        JsonNode container,
        int restart,
        Instant started,
        Optional<Instant> ended,
        int exitCode,
        String reason) {

    String name() {
        return Json.text(container, "name");
    }

    /**
     * The run whose log is asked for, and the refusals of a kubelet (pkg/kubelet/kubelet.go: validateContainerLogStatus): a container that
     * waits shows the run before, where there was one.
     */
    static ContainerRun of(JsonNode pod, JsonNode container, boolean previous) {
        String name = Json.text(container, "name");
        JsonNode status = status(pod, name);
        int restarts = Json.number(status, 0, "restartCount");
        JsonNode last = Json.at(status, "lastState", "terminated");
        if (previous) {
            if (!last.isObject()) {
                throw ApiException.badRequest(
                        "previous terminated container \"" + name + "\" in pod \"" + Json.name(pod) + "\" not found");
            }
            return ended(pod, container, Math.max(0, restarts - 1), last);
        }
        JsonNode running = Json.at(status, "state", "running");
        if (running.isObject()) {
            Instant started = Json.instant(running, "startedAt").orElseGet(() -> created(pod));
            return new ContainerRun(pod, container, restarts, started, Optional.empty(), 0, "");
        }
        JsonNode terminated = Json.at(status, "state", "terminated");
        if (terminated.isObject()) {
            return ended(pod, container, restarts, terminated);
        }
        if (last.isObject()) {
            return ended(pod, container, Math.max(0, restarts - 1), last);
        }
        String reason = Json.text(status, "state", "waiting", "reason");
        throw ApiException.badRequest("container \"" + name + "\" in pod \"" + Json.name(pod)
                + "\" is waiting to start: " + (reason.isEmpty() ? "ContainerCreating" : reason));
    }

    private static ContainerRun ended(JsonNode pod, JsonNode container, int restart, JsonNode terminated) {
        Instant started = Json.instant(terminated, "startedAt").orElseGet(() -> created(pod));
        return new ContainerRun(
                pod,
                container,
                restart,
                started,
                Optional.of(Json.instant(terminated, "finishedAt").orElse(started)),
                Json.number(terminated, 0, "exitCode"),
                Json.text(terminated, "reason"));
    }

    /** A status that others wrote need not say when the run began. */
    private static Instant created(JsonNode pod) {
        return Json.instant(Json.at(pod, "metadata"), "creationTimestamp").orElse(Instant.EPOCH);
    }

    private static JsonNode status(JsonNode pod, String name) {
        for (String field : new String[] {"containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses"}) {
            for (JsonNode status : Json.at(pod, "status", field)) {
                if (Json.text(status, "name").equals(name)) {
                    return status;
                }
            }
        }
        return Json.object();
    }

    /** The run that is on now; empty: there is none. */
    public static Optional<ContainerRun> running(JsonNode pod, JsonNode container) {
        return Json.at(status(pod, Json.text(container, "name")), "state", "running")
                        .isObject()
                ? Optional.of(of(pod, container, false))
                : Optional.empty();
    }

    /** Whether it waits to be started, or to be started again. */
    public static boolean waits(JsonNode pod, JsonNode container) {
        return Json.at(status(pod, Json.text(container, "name")), "state", "waiting")
                .isObject();
    }

    /** Whether the same container in the same run; it may have ended meanwhile. */
    boolean isSameAs(ContainerRun other) {
        return restart == other.restart && started.equals(other.started);
    }
}
