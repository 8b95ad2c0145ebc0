// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.text.ReadableTime;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.internal.write.Statuses;
import podium.kubernetes.texts.Texts;

/**
 * The containers of a pod with their states in words. Read without fabric8, whose model of a pod takes seconds to be made ready: the
 * first log and the first shell wait for this.
 */
final class ContainerStates {
    /** Well-known annotation of pods ("kubectl.kubernetes.io/default-container", Kubernetes docs). */
    private static final String PREFERRED = "kubectl.kubernetes.io/default-container";

    /** What a kubelet never pulls (kubernetes pkg/kubelet/images/types.go). */
    private static final String INVALID_IMAGE = "InvalidImageName";

    private static final int NOT_FOUND = 404;

    private ContainerStates() {}

    /** Those of a pod as it is now; empty: there is no such pod. Blocks. */
    static Optional<PodContainers> read(Transport transport, String namespace, String pod) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get(ApiPaths.object(ObjectRef.pod(namespace, pod))));
        if (response.status() == NOT_FOUND) {
            return Optional.empty();
        } else if (!response.ok()) {
            throw Statuses.unread(response);
        }
        return Optional.of(of(Trees.read(response.text())));
    }

    static PodContainers of(JsonNode pod) {
        List<Container> all = new ArrayList<>();
        add(all, Role.INIT, pod, "initContainers", "initContainerStatuses");
        add(all, Role.MAIN, pod, "containers", "containerStatuses");
        add(all, Role.EPHEMERAL, pod, "ephemeralContainers", "ephemeralContainerStatuses");
        JsonNode metadata = pod.path("metadata");
        JsonNode preferred = metadata.path("annotations").path(PREFERRED);
        return new PodContainers(
                metadata.path("uid").asText(),
                Json.hasEnded(pod),
                all,
                preferred.isTextual() ? Optional.of(preferred.asText()) : Optional.empty());
    }

    private static void add(List<Container> all, Role role, JsonNode pod, String kind, String statuses) {
        for (JsonNode container : pod.path("spec").path(kind)) {
            String name = container.path("name").asText();
            Container found = new Container(name, role, Texts.of("ContainerStates.notStarted"), 0, false);
            for (JsonNode status : pod.path("status").path(statuses)) {
                if (status.path("name").asText().equals(name)) {
                    JsonNode state = status.path("state");
                    String before = endedAt(status.path("lastState"));
                    int restarts = status.path("restartCount").asInt();
                    found = new Container(
                            name,
                            role,
                            words(state),
                            restarts,
                            state.hasNonNull("running"),
                            isOver(role, state),
                            status.path("containerID").asText(),
                            state.hasNonNull("waiting") ? before : restarts > 0 ? endedAt(state) : "",
                            before);
                }
            }
            all.add(found);
        }
    }

    /** How and when a run ended; empty: it has not. Of one that waits for its next start, kubelets read the log of the last. */
    private static String endedAt(JsonNode state) {
        if (!state.hasNonNull("terminated")) {
            return "";
        }
        String time = Trees.text(state, "/terminated/finishedAt");
        return time.isEmpty()
                ? words(state)
                : Texts.of("ContainerStates.endedAt", words(state), ReadableTime.of(Instant.parse(time)));
    }

    private static boolean isOver(Role role, JsonNode state) {
        return state.hasNonNull("terminated") && role == Role.EPHEMERAL
                || INVALID_IMAGE.equals(Trees.text(state, "/waiting/reason"));
    }

    private static String words(JsonNode state) {
        if (state.hasNonNull("running")) {
            return Texts.of("ContainerStates.running");
        } else if (state.hasNonNull("terminated")) {
            JsonNode ended = state.path("terminated");
            return ended(ended.path("signal").asInt(), ended.path("exitCode").asInt(), Trees.text(ended, "/reason"));
        }
        return state.hasNonNull("waiting")
                ? waiting(Trees.text(state, "/waiting/reason"))
                : Texts.of("ContainerStates.notKnown");
    }

    private static String ended(int signal, int exitCode, String reason) {
        return (signal == 0
                        ? Texts.of("ContainerStates.endedWithExitCode", exitCode)
                        : Texts.of("ContainerStates.endedBySignal", signal))
                + (reason.isEmpty() ? "" : " (" + reason + ")");
    }

    private static String waiting(String reason) {
        return reason.isEmpty() ? Texts.of("ContainerStates.waiting") : Texts.of("ContainerStates.waitingFor", reason);
    }

    /** A state as an operator says it. */
    static String words(ContainerState state) {
        if (state.getRunning() != null) {
            return Texts.of("ContainerStates.running");
        }
        @Nullable ContainerStateTerminated ended = state.getTerminated();
        if (ended != null) {
            return ended(
                    Objects.requireNonNullElse(ended.getSignal(), 0),
                    Objects.requireNonNullElse(ended.getExitCode(), 0),
                    Objects.requireNonNullElse(ended.getReason(), ""));
        }
        return state.getWaiting() != null
                ? waiting(Objects.requireNonNullElse(state.getWaiting().getReason(), ""))
                : Texts.of("ContainerStates.notKnown");
    }
}
