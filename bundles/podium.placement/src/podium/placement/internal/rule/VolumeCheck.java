// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.SchedulingObject.PersistentVolume;
import podium.core.change.SchedulingObject.PersistentVolumeClaim;
import podium.core.change.SchedulingObject.StorageClass;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * The volumes of a task against nodes: bound ones can be reached from there, unbound ones can be found or made there, and
 * nobody else has one that only one pod may have. Rules: scheduler plugins VolumeBinding, VolumeZone, VolumeRestrictions.
 * How much storage is left to make new volumes (CSIStorageCapacity) and how many volumes of a driver a node can attach
 * (CSINode, plugin NodeVolumeLimits) are not read: a volume still to be made fits only if there is storage and a place
 * for it. A volume that exists is taken for one that can be attached while fewer claims are in use on the node than
 * the least default limit, {@value #ATTACHED} (kubernetes.io, "Node-specific Volume Limits": 16 on GCE and Azure, 39 on
 * EBS); beyond, that is said as well. Small virtual machines can have lower limits; nodes with GPUs seldom are such.
 */
public final class VolumeCheck {
    private static final String ALONE = "ReadWriteOncePod";
    private static final int ATTACHED = 16;

    private final TaskProbe probe;
    private final SchedulingObjects facts;
    private final List<Refusal> everywhere = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<PersistentVolume> bound = new ArrayList<>();
    private final List<Unbound> unbound = new ArrayList<>();

    /**
     * What keeps the task off every node.
     *
     * @param claim as the spec of the task names it
     * @param missing whether the claim does not exist
     */
    public record Refusal(String claim, String words, boolean missing) {}

    /** A claim that waits for a pod, and the volumes that would serve it, best first, wherever they can be reached from. */
    private record Unbound(PersistentVolumeClaim claim, List<PersistentVolume> serving) {}

    private VolumeCheck(TaskProbe probe, ClusterIndex index) {
        this.probe = probe;
        this.facts = index.facts();
        boolean known = facts.listed(PersistentVolumeClaim.class)
                && facts.listed(PersistentVolume.class)
                && facts.listed(StorageClass.class);
        for (String name : probe.spec.volumeClaims()) {
            Optional<String> claim = named(name, probe.pod);
            if (!known || claim.isEmpty()) {
                unknown.add(Texts.of("VolumeCheck.theVolumeMayBeReached", CleanText.clean(name)));
            } else {
                look(name, claim.get(), index);
            }
        }
        unbound.sort(Comparator.comparingLong(one -> one.claim().bytes()));
    }

    /** The volumes of a task; empty: it has none. */
    public static Optional<VolumeCheck> of(TaskProbe probe, ClusterIndex index) {
        return probe.spec.volumeClaims().isEmpty() ? Optional.empty() : Optional.of(new VolumeCheck(probe, index));
    }

    /** True when another pod, wherever it is, can keep the task from its volume. */
    public static boolean exclusive(TaskProbe probe, ClusterIndex index) {
        return probe.spec.volumeClaims().stream()
                .flatMap(name -> index.facts().get(PersistentVolumeClaim.class, probe.namespace, name).stream())
                .anyMatch(claim -> claim.accessModes().contains(ALONE));
    }

    /** The claim made for a pod has its name; that of a pod which does not exist yet is not known. */
    private static Optional<String> named(String name, Optional<String> pod) {
        return name.startsWith(TaskSpec.OWN)
                ? pod.map(own -> own + "-" + name.substring(TaskSpec.OWN.length()))
                : Optional.of(name);
    }

    /** What keeps it off every node, whatever room there is. */
    public List<Refusal> everywhere() {
        return List.copyOf(everywhere);
    }

    /** @param of the claim as the spec names it */
    private void look(String of, String name, ClusterIndex index) {
        Optional<PersistentVolumeClaim> found = facts.get(PersistentVolumeClaim.class, probe.namespace, name);
        String words = Texts.of("VolumeCheck.volumeClaim", CleanText.clean(name));
        if (found.isEmpty()) {
            everywhere.add(new Refusal(of, Texts.of("VolumeCheck.doesNotExistIn", words, probe.namespace), true));
            return;
        }
        PersistentVolumeClaim claim = found.get();
        if (claim.ending()) {
            refuse(of, Texts.of("VolumeCheck.isBeingDeleted", words));
        }
        if (claim.accessModes().contains(ALONE)) {
            user(name, index).ifPresent(pod -> refuse(of, Texts.of("VolumeCheck.allowsOnlyOnePod", words, pod)));
        }
        if (!claim.volume().isEmpty()) {
            facts.get(PersistentVolume.class, "", claim.volume())
                    .ifPresentOrElse(
                            bound::add,
                            () -> refuse(of, Texts.of("VolumeCheck.isBoundToVolume", words, claim.volume())));
        } else if (facts.get(StorageClass.class, "", claim.storageClass())
                .filter(StorageClass::waits)
                .isPresent()) {
            unbound.add(new Unbound(claim, serving(claim)));
        } else {
            refuse(
                    of,
                    Texts.of(
                            "VolumeCheck.isNotBoundTo",
                            words,
                            claim.storageClass().isEmpty() ? Texts.of("VolumeCheck.none") : claim.storageClass()));
        }
    }

    private void refuse(String of, String words) {
        everywhere.add(new Refusal(of, words, false));
    }

    /** The pod that uses a claim. */
    private Optional<String> user(String claim, ClusterIndex index) {
        for (int row = 0; row < index.rows(); row++) {
            @Nullable Node node = index.node(row);
            if (node == null) {
                continue;
            }
            for (Task task : node.getTasks()) {
                if (task.getSpec() != null
                        && probe.namespace.equals(task.getNamespace())
                        && task.getSpec().volumeClaims().contains(claim)
                        && probe.stays(task)) {
                    return Optional.of(Texts.of("VolumeCheck.podOn", CleanText.clean(task.getName()), node.getName()));
                }
            }
        }
        return Optional.empty();
    }

    void judge(Node node, Reasons blockers, Reasons conditions) {
        everywhere.forEach(refusal -> blockers.add(refusal.words()));
        conditions.addAll(unknown);
        Labels labels = PodSelectors.labels(node);
        for (PersistentVolume volume : bound) {
            if (!reaches(volume.nodes(), node, labels)) {
                blockers.add(Texts.of("VolumeCheck.volumeCanOnlyBe", volume.name(), words(volume.nodes())));
            }
            zone(volume, labels).ifPresent(blockers::add);
        }
        attached(node).ifPresent(conditions::add);
        List<PersistentVolume> taken = new ArrayList<>();
        for (Unbound one : unbound) {
            PersistentVolumeClaim claim = one.claim();
            if (!claim.node().isEmpty()) {
                if (!claim.node().equals(node.getName())) {
                    blockers.add(Texts.of(
                            "VolumeCheck.theVolumeIsProvisionedElsewhere",
                            CleanText.clean(claim.name()),
                            claim.node()));
                } else {
                    made(claim, node, labels, blockers, conditions);
                }
                continue;
            }
            Optional<PersistentVolume> match = one.serving().stream()
                    .filter(volume -> !taken.contains(volume) && reaches(volume.nodes(), node, labels))
                    .findFirst();
            if (match.isPresent()) {
                taken.add(match.get());
            } else {
                made(claim, node, labels, blockers, conditions);
            }
        }
    }

    /** What is to be said of places for volumes on a node that uses many; empty: it uses few, or has all of these already. */
    private Optional<String> attached(Node node) {
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        Set<String> used = new HashSet<>();
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && probe.stays(task)) {
                for (String name : task.getSpec().volumeClaims()) {
                    used.add(task.getNamespace() + "/"
                            + named(name, Optional.of(task.getName())).orElse(name));
                }
            }
        }
        boolean more = bound.stream().anyMatch(volume -> !used.contains(volume.claim()));
        return more && used.size() >= ATTACHED
                ? Optional.of(Texts.of("VolumeCheck.anotherVolumeCanBe", used.size()))
                : Optional.empty();
    }

    private static boolean reaches(List<NodeTerm> terms, Node node, Labels labels) {
        return terms.isEmpty() || terms.stream().anyMatch(term -> term.matches(node.getName(), labels));
    }

    /** A node without any label of a zone or region passes. */
    private static Optional<String> zone(PersistentVolume volume, Labels labels) {
        boolean zoned = labels.has("topology.kubernetes.io/zone")
                || labels.has("topology.kubernetes.io/region")
                || labels.has("failure-domain.beta.kubernetes.io/zone")
                || labels.has("failure-domain.beta.kubernetes.io/region");
        return zoned
                ? volume.zones().stream()
                        .filter(zone -> !zone.matches(labels))
                        .findFirst()
                        .map(zone -> Texts.of(
                                "VolumeCheck.volumeIsIn", volume.name(), zone.key(), String.join(", ", zone.values())))
                : Optional.empty();
    }

    /** The volumes that serve a claim, the smallest first (FindMatchingVolume of component-helpers/storage). */
    private List<PersistentVolume> serving(PersistentVolumeClaim claim) {
        String own = claim.namespace() + "/" + claim.name();
        return facts.all(PersistentVolume.class).stream()
                .filter(volume -> volume.claim().isEmpty()
                        ? volume.available()
                        : volume.claim().equals(own))
                .filter(volume -> volume.claim().equals(own)
                        || volume.storageClass().equals(claim.storageClass())
                                && claim.selector().matches(volume.labels()))
                .filter(volume ->
                        volume.bytes() >= claim.bytes() && volume.accessModes().containsAll(claim.accessModes()))
                .sorted(Comparator.comparing(
                                (PersistentVolume volume) -> volume.claim().isEmpty())
                        .thenComparingLong(PersistentVolume::bytes)
                        .thenComparing(PersistentVolume::name))
                .toList();
    }

    /** A volume is to be made by the driver of a class: what forbids it, else what it takes. */
    private void made(PersistentVolumeClaim claim, Node node, Labels labels, Reasons blockers, Reasons conditions) {
        Optional<StorageClass> storage = facts.get(StorageClass.class, "", claim.storageClass());
        String words = Texts.of("VolumeCheck.volumeClaim", CleanText.clean(claim.name()));
        if (storage.isEmpty() || !storage.get().provisions()) {
            blockers.add(Texts.of("VolumeCheck.noVolumeThatServes", words, claim.storageClass()));
        } else if (!reaches(storage.get().topologies(), node, labels)) {
            blockers.add(Texts.of(
                    "VolumeCheck.classProvisionsVolumesOnly",
                    words,
                    claim.storageClass(),
                    words(storage.get().topologies())));
        } else {
            conditions.add(
                    Texts.of("VolumeCheck.classCanMakeThe", claim.storageClass(), CleanText.clean(claim.name())));
        }
    }

    private static String words(List<NodeTerm> terms) {
        if (terms.size() != 1) {
            return Texts.of("VolumeCheck.oneOfTermsMatches", terms.size());
        }
        List<String> parts = new ArrayList<>();
        for (Requirement part : terms.getFirst().labels()) {
            parts.add(NodeAffinityRule.words(part));
        }
        for (Requirement part : terms.getFirst().fields()) {
            parts.add(NodeAffinityRule.words(part));
        }
        return parts.isEmpty() ? Texts.of("VolumeCheck.nothingMatches") : String.join(", ", parts);
    }
}
