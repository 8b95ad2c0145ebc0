// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** Begins a phrase that names what decides and is not read here at all. */
    public static final String DEPENDS = "depends on ";

    private static final String REFUSED = "you may not read: ";
    private static final String NARROWED = "you may read in one namespace only: ";
    private static final String INTERRUPTED = "not up to date: ";
    private static final String NOT_YET = "still being read: ";

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
     * What of these is not known as it is now, a phrase for each reason: "you may not read: ResourceQuotas"; empty: all of them are,
     * or the source of the facts does not say.
     *
     * @param namespace of what leans on them; empty: all namespaces
     */
    public static List<String> unknown(SchedulingObjects facts, String namespace, Collection<InputKind> grounds) {
        List<String> phrases = new ArrayList<>();
        add(REFUSED, grounds, it -> it.is(facts, namespace, SyncState.REFUSED), phrases);
        add(NARROWED, grounds, it -> it.is(facts, namespace, SyncState.NARROWED), phrases);
        add(INTERRUPTED, grounds, it -> it.is(facts, namespace, SyncState.INTERRUPTED), phrases);
        add(NOT_YET, grounds, it -> it.is(facts, namespace, SyncState.NOT_YET), phrases);
        return List.copyOf(phrases);
    }

    /** True for a phrase that {@link #unknown} says, and for one that begins with {@link #DEPENDS}. */
    public static boolean isUnknown(String phrase) {
        return List.of(REFUSED, NARROWED, INTERRUPTED, NOT_YET, DEPENDS).stream()
                .anyMatch(phrase::startsWith);
    }

    /** True for a phrase of what no role helps to read sooner: it comes by itself. */
    public static boolean isComing(String phrase) {
        return phrase.startsWith(INTERRUPTED) || phrase.startsWith(NOT_YET);
    }

    private static void add(
            String begin, Collection<InputKind> grounds, Predicate<InputKind> which, List<String> phrases) {
        String names = grounds.stream().filter(which).map(InputKind::words).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            phrases.add(begin + names);
        }
    }

    private boolean is(SchedulingObjects facts, String namespace, SyncState reading) {
        return facts.reading(resource, own ? namespace : "").equals(Optional.of(reading));
    }
}
