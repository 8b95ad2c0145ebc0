// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.change.SyncState;
import podium.core.texts.Texts;

/**
 * A kind of object that a verdict or a preview leans on. Where it is not known as it is now, what leans on it is no promise, and says
 * so in the same line.
 */
public enum InputKind {
    NODES("nodes", "Nodes"),
    PODS("pods", "Pods"),
    BUDGETS("poddisruptionbudgets.policy", "PodDisruptionBudgets", true),
    QUOTAS("resourcequotas", "ResourceQuotas", true),
    PRIORITIES("priorityclasses.scheduling.k8s.io", "PriorityClasses"),
    NAMESPACES("namespaces", "Namespaces"),
    VOLUME_CLAIMS("persistentvolumeclaims", "PersistentVolumeClaims", true),
    VOLUMES("persistentvolumes", "PersistentVolumes"),
    STORAGE_CLASSES("storageclasses.storage.k8s.io", "StorageClasses"),
    SLICES("resourceslices.resource.k8s.io", "ResourceSlices"),
    DEVICE_CLASSES("deviceclasses.resource.k8s.io", "DeviceClasses"),
    CLAIMS("resourceclaims.resource.k8s.io", "ResourceClaims"),
    CLAIM_TEMPLATES("resourceclaimtemplates.resource.k8s.io", "ResourceClaimTemplates", true),
    TAINT_RULES("devicetaintrules.resource.k8s.io", "DeviceTaintRules"),
    LOCAL_QUEUES("localqueues.kueue.x-k8s.io", "LocalQueues", true),
    CLUSTER_QUEUES("clusterqueues.kueue.x-k8s.io", "ClusterQueues"),
    COHORTS("cohorts.kueue.x-k8s.io", "Cohorts"),
    FLAVORS("resourceflavors.kueue.x-k8s.io", "ResourceFlavors"),
    KUEUE_WORKLOADS("workloads.kueue.x-k8s.io", Texts.of("InputKind.workloadsOfKueue")),
    VOLCANO_QUEUES("queues.scheduling.volcano.sh", Texts.of("InputKind.queuesOfVolcano")),
    VOLCANO_GROUPS("podgroups.scheduling.volcano.sh", Texts.of("InputKind.podgroupsOfVolcano")),
    KAI_QUEUES("queues.scheduling.run.ai", Texts.of("InputKind.queuesOfKai")),
    JOBS("jobs.batch", "Jobs", true),
    JOB_SETS("jobsets.jobset.x-k8s.io", "JobSets", true);

    /** What a job can be put into. */
    public static final Set<InputKind> QUEUES =
            Collections.unmodifiableSet(EnumSet.of(LOCAL_QUEUES, VOLCANO_QUEUES, KAI_QUEUES));

    /**
     * What of some kinds is not known as it is now, for one reason.
     *
     * @param words "no right to read: ResourceQuotas"
     * @param coming true: no role helps to read it sooner, it comes by itself
     */
    public record Gap(String words, boolean coming) {}

    private final String resource;
    private final String words;
    /** Only those in the namespace of what leans on them matter. */
    private final boolean own;

    InputKind(String resource, String words) {
        this(resource, words, false);
    }

    InputKind(String resource, String words, boolean own) {
        this.resource = resource;
        this.words = words;
        this.own = own;
    }

    /** As a role names it, with its group. */
    public String resource() {
        return resource;
    }

    /** As an operator names its objects. */
    public String words() {
        return words;
    }

    /**
     * What of these is not known as it is now, a phrase for each reason: "no right to read: ResourceQuotas"; empty: all of them are,
     * or the source of the facts does not say.
     *
     * @param namespace of what leans on them; empty: all namespaces
     */
    public static List<String> unknown(SchedulingObjects facts, String namespace, Collection<InputKind> grounds) {
        return gaps(facts, namespace, grounds).stream().map(Gap::words).toList();
    }

    /** The same as {@link #unknown}, with what becomes of it. */
    public static List<Gap> gaps(SchedulingObjects facts, String namespace, Collection<InputKind> grounds) {
        List<Gap> gaps = new ArrayList<>();
        for (SyncState state :
                List.of(SyncState.REFUSED, SyncState.NARROWED, SyncState.INTERRUPTED, SyncState.NOT_YET)) {
            String names = grounds.stream()
                    .filter(it -> it.is(facts, namespace, state))
                    .map(InputKind::words)
                    .collect(Collectors.joining(", "));
            if (!names.isEmpty()) {
                gaps.add(gap(state, names));
            }
        }
        return List.copyOf(gaps);
    }

    private static Gap gap(SyncState state, String names) {
        return switch (state) {
            case REFUSED -> new Gap(Texts.of("InputKind.noRightToRead", names), false);
            case NARROWED -> new Gap(Texts.of("InputKind.readableInOneNamespace", names), false);
            case INTERRUPTED -> new Gap(Texts.of("InputKind.notUpToDate", names), true);
            default -> new Gap(Texts.of("InputKind.stillBeingRead", names), true);
        };
    }

    private boolean is(SchedulingObjects facts, String namespace, SyncState reading) {
        return facts.reading(resource, own ? namespace : "").equals(Optional.of(reading));
    }
}
