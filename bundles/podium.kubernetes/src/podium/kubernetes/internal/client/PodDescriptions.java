// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Line;
import podium.core.api.PodDescription.Section;
import podium.core.api.PodDescription.Tone;
import podium.kubernetes.texts.Texts;

/** What is said of a pod: each container with its states, resources, probes and mounts, the pod itself around them. */
final class PodDescriptions {
    private PodDescriptions() {}

    static PodDescription of(Pod pod) {
        PodSpec spec = pod.getSpec();
        PodStatus status = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(Texts.of("PodDescriptions.pod"), phase(spec, status)));
        spec.getContainers()
                .forEach(it -> sections.add(container(
                        Texts.of("PodDescriptions.container", it.getName()), it, status.getContainerStatuses())));
        spec.getInitContainers()
                .forEach(it -> sections.add(container(
                        Texts.of("PodDescriptions.initContainer", it.getName()),
                        it,
                        status.getInitContainerStatuses())));
        for (EphemeralContainer it : spec.getEphemeralContainers()) {
            Lines lines = new Lines();
            state(lines, it.getName(), status.getEphemeralContainerStatuses());
            lines.add(Texts.of("PodDescriptions.image"), it.getImage());
            sections.add(new Section(Texts.of("PodDescriptions.debugContainer", it.getName()), lines.all));
        }
        sections.add(new Section(Texts.of("PodDescriptions.conditions"), conditions(status)));
        sections.add(new Section(Texts.of("PodDescriptions.headingMore"), more(spec, status)));
        sections.add(new Section(Texts.of("PodDescriptions.volumes"), volumes(spec)));
        return new PodDescription(sections);
    }

    private static Section container(String title, Container container, List<ContainerStatus> statuses) {
        Lines lines = new Lines();
        state(lines, container.getName(), statuses);
        lines.add(Texts.of("PodDescriptions.image"), container.getImage());
        lines.add(Texts.of("PodDescriptions.command"), String.join(" ", container.getCommand()));
        lines.add(Texts.of("PodDescriptions.arguments"), String.join(" ", container.getArgs()));
        if (container.getResources() != null) {
            lines.add(
                    Texts.of("PodDescriptions.requests"),
                    quantities(container.getResources().getRequests()));
            lines.add(
                    Texts.of("PodDescriptions.limits"),
                    quantities(container.getResources().getLimits()));
        }
        lines.add(
                Texts.of("PodDescriptions.ports"),
                container.getPorts().stream()
                        .map(port -> (port.getName() == null ? "" : port.getName() + " ") + port.getContainerPort()
                                + "/" + (port.getProtocol() == null ? "TCP" : port.getProtocol()))
                        .collect(Collectors.joining(", ")));
        lines.add(Texts.of("PodDescriptions.startupProbe"), ProbeText.of(container.getStartupProbe()));
        lines.add(Texts.of("PodDescriptions.readinessProbe"), ProbeText.of(container.getReadinessProbe()));
        lines.add(Texts.of("PodDescriptions.livenessProbe"), ProbeText.of(container.getLivenessProbe()));
        int variables = container.getEnv().size() + container.getEnvFrom().size();
        lines.add(
                Texts.of("PodDescriptions.variables"),
                variables == 0 ? "" : Texts.of("PodDescriptions.seeYaml", variables));
        container
                .getVolumeMounts()
                .forEach(mount -> lines.add(
                        Texts.of("PodDescriptions.mount"),
                        Boolean.TRUE.equals(mount.getReadOnly())
                                ? Texts.of("PodDescriptions.fromReadOnly", mount.getMountPath(), mount.getName())
                                : Texts.of("PodDescriptions.from", mount.getMountPath(), mount.getName())));
        return new Section(title, lines.all);
    }

    private static void state(Lines lines, String name, List<ContainerStatus> statuses) {
        Optional<ContainerStatus> found =
                statuses.stream().filter(it -> name.equals(it.getName())).findFirst();
        if (found.isEmpty()) {
            lines.add(Texts.of("PodDescriptions.state"), Texts.of("PodDescriptions.notStarted"), Tone.WAITING);
            return;
        }
        ContainerStatus status = found.get();
        states(lines, Texts.of("PodDescriptions.state"), status.getState());
        @Nullable Integer restarts = status.getRestartCount();
        if (restarts != null && restarts > 0) {
            lines.add(Texts.of("PodDescriptions.restarts"), String.valueOf(restarts), Tone.BAD);
            states(lines, Texts.of("PodDescriptions.before"), status.getLastState());
        }
        boolean running = status.getState() != null && status.getState().getRunning() != null;
        if (running && Boolean.FALSE.equals(status.getReady())) {
            lines.add(Texts.of("PodDescriptions.ready"), Texts.of("PodDescriptions.no"), Tone.WAITING);
        }
    }

    private static void states(Lines lines, String label, @Nullable ContainerState state) {
        if (state == null) {
            return;
        }
        @Nullable ContainerStateTerminated ended = state.getTerminated();
        if (ended != null) {
            String meaning = ExitCodes.words(ended.getExitCode());
            boolean well = ended.getExitCode() == 0;
            lines.add(
                    label,
                    ContainerStates.words(state) + (meaning.isEmpty() || well ? "" : ": " + meaning),
                    well ? Tone.GOOD : Tone.BAD);
            lines.add(Texts.of("PodDescriptions.ended"), ended.getFinishedAt());
            lines.add(Texts.of("PodDescriptions.message"), ended.getMessage());
        } else if (state.getRunning() != null) {
            lines.add(
                    label,
                    Texts.of("PodDescriptions.runningSince", state.getRunning().getStartedAt()),
                    Tone.GOOD);
        } else if (state.getWaiting() != null) {
            lines.add(label, ContainerStates.words(state), Tone.WAITING);
            lines.add(Texts.of("PodDescriptions.message"), state.getWaiting().getMessage());
        }
    }

    private static String quantities(@Nullable Map<String, Quantity> quantities) {
        return quantities == null
                ? ""
                : new TreeMap<>(quantities)
                        .entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", "));
    }

    private static List<Line> conditions(PodStatus status) {
        Lines lines = new Lines();
        for (PodCondition condition : status.getConditions()) {
            String why = condition.getReason() == null ? "" : ": " + condition.getReason();
            String more = condition.getMessage() == null ? "" : " (" + condition.getMessage() + ")";
            boolean holds = "True".equals(condition.getStatus());
            lines.add(
                    condition.getType(),
                    (holds
                                    ? Texts.of("PodDescriptions.yes")
                                    : "False".equals(condition.getStatus())
                                            ? Texts.of("PodDescriptions.no")
                                            : Texts.of("PodDescriptions.notKnown"))
                            + why
                            + more,
                    holds ? Tone.GOOD : Tone.WAITING);
        }
        return lines.all;
    }

    private static List<Line> phase(PodSpec spec, PodStatus status) {
        Lines lines = new Lines();
        lines.add(Texts.of("PodDescriptions.phase"), status.getPhase());
        lines.add(Texts.of("PodDescriptions.reason"), status.getReason());
        lines.add(Texts.of("PodDescriptions.message"), status.getMessage());
        lines.add(Texts.of("PodDescriptions.node"), spec.getNodeName());
        return lines.all;
    }

    private static List<Line> more(PodSpec spec, PodStatus status) {
        Lines lines = new Lines();
        lines.add(Texts.of("PodDescriptions.address"), status.getPodIP());
        lines.add(Texts.of("PodDescriptions.qualityOfService"), status.getQosClass());
        lines.add(Texts.of("PodDescriptions.restartPolicy"), spec.getRestartPolicy());
        lines.add(Texts.of("PodDescriptions.serviceAccount"), spec.getServiceAccountName());
        lines.add(Texts.of("PodDescriptions.priorityClass"), spec.getPriorityClassName());
        lines.add(Texts.of("PodDescriptions.runtimeClass"), spec.getRuntimeClassName());
        lines.add(
                Texts.of("PodDescriptions.gracePeriod"),
                spec.getTerminationGracePeriodSeconds() == null
                        ? ""
                        : Texts.of("PodDescriptions.seconds", spec.getTerminationGracePeriodSeconds()));
        return lines.all;
    }

    private static List<Line> volumes(PodSpec spec) {
        Lines lines = new Lines();
        spec.getVolumes().forEach(volume -> lines.add(volume.getName(), source(volume)));
        return lines.all;
    }

    private static String source(Volume volume) {
        if (volume.getPersistentVolumeClaim() != null) {
            return Texts.of(
                    "PodDescriptions.claim", volume.getPersistentVolumeClaim().getClaimName());
        }
        if (volume.getConfigMap() != null) {
            return Texts.of("PodDescriptions.configMap", volume.getConfigMap().getName());
        }
        if (volume.getSecret() != null) {
            return Texts.of("PodDescriptions.secret", volume.getSecret().getSecretName());
        }
        if (volume.getHostPath() != null) {
            return Texts.of(
                    "PodDescriptions.pathOfTheNode", volume.getHostPath().getPath());
        }
        if (volume.getEmptyDir() != null) {
            @Nullable Quantity limit = volume.getEmptyDir().getSizeLimit();
            boolean memory = "Memory".equals(volume.getEmptyDir().getMedium());
            return limit == null
                    ? memory ? Texts.of("PodDescriptions.memory") : Texts.of("PodDescriptions.emptyFolder")
                    : memory
                            ? Texts.of("PodDescriptions.memoryOf", limit)
                            : Texts.of("PodDescriptions.emptyFolderOf", limit);
        }
        return Texts.of("PodDescriptions.otherSeeYaml");
    }

    /** Lines of which those without a value are left out. */
    private static final class Lines {
        private final List<Line> all = new ArrayList<>();

        void add(String label, @Nullable String value) {
            add(label, value, Tone.PLAIN);
        }

        void add(String label, @Nullable String value, Tone tone) {
            if (value != null && !value.isBlank()) {
                all.add(new Line(label, value, tone));
            }
        }
    }
}
