// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.WeakHashMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.HostPort;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/** Reads pod specs and pod templates; equal ones are one object. Any thread. */
final class TaskSpecs {
    private static final List<String> GROUP_KEYS = List.of(
            "scheduling.k8s.io/group-name",
            "scheduling.volcano.sh/group-name",
            "pod-group-name",
            "scheduling.x-k8s.io/pod-group",
            "pod-group.scheduling.sigs.k8s.io",
            KueueNames.POD_GROUP);

    private final WeakHashMap<TaskSpec, WeakReference<TaskSpec>> known = new WeakHashMap<>();

    /** The one instance equal to a spec. */
    TaskSpec share(TaskSpec spec) {
        synchronized (known) {
            WeakReference<TaskSpec> reference = known.get(spec);
            TaskSpec shared = reference == null ? null : reference.get();
            if (shared == null) {
                known.put(spec, new WeakReference<>(spec));
                return spec;
            }
            return shared;
        }
    }

    /** The spec of a pod or pod template: an object with metadata and spec. */
    TaskSpec read(JsonTree pod) {
        return read(pod, List.of());
    }

    /** @param unread what of its workload decides where its pods may run and is not read */
    TaskSpec read(JsonTree pod, List<String> unread) {
        List<String> all = new ArrayList<>(UnreadTerms.of(pod));
        unread.stream().filter(words -> !all.contains(words)).forEach(all::add);
        JsonTree spec = pod.at("spec");
        Affinities affinities = new Affinities(spec.at("affinity"));
        return share(new TaskSpec(
                PodRequests.effective(spec)
                        .plus(PodRequests.shares(spec))
                        .plus(GpuShareAnnotations.asked(
                                spec.at("gpuShare").exists()
                                        ? spec.at("gpuShare")
                                        : pod.at("metadata", "annotations"))),
                QuotaLimits.terms(spec),
                spec.at("nodeSelector").labels(),
                affinities.requiredNodes(),
                affinities.preferredNodes(),
                affinities.pods("podAffinity"),
                affinities.pods("podAntiAffinity"),
                spec.at("topologySpreadConstraints").elements().stream()
                        .map(Affinities::spread)
                        .toList(),
                spec.at("tolerations").elements().stream()
                        .map(Affinities::toleration)
                        .toList(),
                spec.at("schedulingGates").texts("name"),
                spec.text("schedulerName").isEmpty() ? TaskSpec.DEFAULT_SCHEDULER : spec.text("schedulerName"),
                spec.number("priority"),
                group(pod),
                grace(spec),
                spec.at("volumes").elements().stream()
                        .anyMatch(volume -> volume.at("emptyDir").exists()),
                spec.flag("hostNetwork"),
                hostPorts(spec),
                claims(spec),
                resourceClaims(spec),
                all));
    }

    /** Name of the gang object a pod names, in its spec, annotations or labels; null when none. */
    static boolean namesGroup(String key) {
        return GROUP_KEYS.contains(key);
    }

    private static Optional<String> group(JsonTree pod) {
        String named = pod.at("spec", "schedulingGroup").text("podGroupName");
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        for (String part : List.of("annotations", "labels")) {
            Labels marks = pod.at("metadata", part).labels();
            for (String key : GROUP_KEYS) {
                Optional<String> group = marks.get(key);
                if (group.isPresent()) {
                    return group;
                }
            }
        }
        return Optional.empty();
    }

    private static OptionalLong grace(JsonTree spec) {
        OptionalInt seconds = spec.number("terminationGracePeriodSeconds");
        return seconds.isPresent() ? OptionalLong.of(seconds.getAsInt()) : OptionalLong.empty();
    }

    /** Of a pod on the node's network every port is one of the node; the API server writes it so when the pod is made. */
    private static List<HostPort> hostPorts(JsonTree spec) {
        boolean all = spec.flag("hostNetwork");
        List<HostPort> ports = new ArrayList<>();
        for (String kind : List.of("containers", "initContainers")) {
            for (JsonTree container : spec.at(kind).elements()) {
                boolean initial = "initContainers".equals(kind);
                if (initial && !"Always".equals(container.text("restartPolicy"))) {
                    continue;
                }
                for (JsonTree port : container.at("ports").elements()) {
                    int number = port.number("hostPort", all ? port.number("containerPort", 0) : 0);
                    HostPort taken = new HostPort(port.text("hostIP"), port.text("protocol"), number);
                    if (number > 0 && !ports.contains(taken)) {
                        ports.add(taken);
                    }
                }
            }
        }
        return ports;
    }

    private static List<String> claims(JsonTree spec) {
        return spec.at("volumes").elements().stream()
                .map(volume -> volume.at("ephemeral").exists()
                        ? TaskSpec.OWN + volume.text("name")
                        : volume.at("persistentVolumeClaim").text("claimName"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> resourceClaims(JsonTree spec) {
        List<String> names = new ArrayList<>();
        for (JsonTree claim : spec.at("resourceClaims").elements()) {
            JsonTree source = claim.at("source");
            String name = first(claim.text("resourceClaimName"), source.text("resourceClaimName"));
            String template = first(claim.text("resourceClaimTemplateName"), source.text("resourceClaimTemplateName"));
            if (name != null) {
                names.add(name);
            } else if (template != null) {
                names.add(TaskSpec.OWN + claim.text("name") + "/" + template);
            }
        }
        return names;
    }

    private static @Nullable String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
