// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.kubernetes.texts.Texts;

/** The containers of a pod with their states in words. */
final class ContainerStates {
    /** Well-known annotation of pods ("kubectl.kubernetes.io/default-container", Kubernetes docs). */
    private static final String PREFERRED = "kubectl.kubernetes.io/default-container";

    /** What a kubelet never pulls (kubernetes pkg/kubelet/images/types.go). */
    private static final String INVALID_IMAGE = "InvalidImageName";

    private static final Set<String> OVER = Set.of("Succeeded", "Failed");

    private ContainerStates() {}

    static PodContainers of(Pod pod) {
        List<Container> all = new ArrayList<>();
        @Nullable PodStatus status = pod.getStatus();
        pod.getSpec()
                .getInitContainers()
                .forEach(it -> all.add(container(
                        it.getName(), Role.INIT, status == null ? List.of() : status.getInitContainerStatuses())));
        pod.getSpec()
                .getContainers()
                .forEach(it -> all.add(container(
                        it.getName(), Role.MAIN, status == null ? List.of() : status.getContainerStatuses())));
        pod.getSpec()
                .getEphemeralContainers()
                .forEach(it -> all.add(container(
                        it.getName(),
                        Role.EPHEMERAL,
                        status == null ? List.of() : status.getEphemeralContainerStatuses())));
        boolean over = status != null && status.getPhase() != null && OVER.contains(status.getPhase());
        return new PodContainers(pod.getMetadata().getUid(), over, all, preferred(pod));
    }

    private static Optional<String> preferred(Pod pod) {
        @Nullable Map<String, String> annotations = pod.getMetadata().getAnnotations();
        return annotations == null ? Optional.empty() : Optional.ofNullable(annotations.get(PREFERRED));
    }

    private static Container container(String name, Role role, List<ContainerStatus> statuses) {
        for (ContainerStatus status : statuses) {
            if (name.equals(status.getName())) {
                @Nullable ContainerState state = status.getState();
                @Nullable Integer restarts = status.getRestartCount();
                return new Container(
                        name,
                        role,
                        state == null ? Texts.of("ContainerStates.notKnown") : words(state),
                        restarts == null ? 0 : restarts,
                        state != null && state.getRunning() != null,
                        state != null && isOver(role, state));
            }
        }
        return new Container(name, role, Texts.of("ContainerStates.notStarted"), 0, false);
    }

    private static boolean isOver(Role role, ContainerState state) {
        return state.getTerminated() != null && role == Role.EPHEMERAL
                || state.getWaiting() != null
                        && INVALID_IMAGE.equals(state.getWaiting().getReason());
    }

    /** A state as an operator says it. */
    static String words(ContainerState state) {
        if (state.getRunning() != null) {
            return Texts.of("ContainerStates.running");
        }
        @Nullable ContainerStateTerminated ended = state.getTerminated();
        if (ended != null) {
            @Nullable Integer signal = ended.getSignal();
            String reason = ended.getReason() == null ? "" : " (" + ended.getReason() + ")";
            return signal != null && signal != 0
                    ? Texts.of("ContainerStates.endedBySignal", signal) + reason
                    : Texts.of("ContainerStates.endedWithExitCode", ended.getExitCode()) + reason;
        }
        if (state.getWaiting() != null) {
            String reason = state.getWaiting().getReason();
            return reason == null
                    ? Texts.of("ContainerStates.waiting")
                    : Texts.of("ContainerStates.waitingFor", reason);
        }
        return Texts.of("ContainerStates.notKnown");
    }
}
