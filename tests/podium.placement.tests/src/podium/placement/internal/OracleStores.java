// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.change.Change.NodeSeen;
import podium.core.change.Change.PodSeen;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.PersistentVolume;
import podium.core.change.SchedulingObject.PersistentVolumeClaim;
import podium.model.fleet.TaskPhase;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.TaskSpec;

/**
 * The scheduler's plugins VolumeBinding, VolumeZone and VolumeRestrictions, and the flavors of a queue of Kueue, a second
 * time, plainly: answers YES, IF or NO.
 */
final class OracleStores {
    private final RandomStores stores;
    private final List<PodSeen> pods;

    OracleStores(RandomStores stores, List<PodSeen> pods) {
        this.stores = stores;
        this.pods = pods.stream()
                .filter(pod -> pod.phase() != TaskPhase.SUCCEEDED && pod.phase() != TaskPhase.FAILED)
                .toList();
    }

    String judge(PodSeen subject, NodeSeen node) {
        return worst(volumes(subject, node), quota(subject, node));
    }

    private static String worst(String one, String other) {
        return one.equals("NO") || other.equals("NO") ? "NO" : one.equals("IF") || other.equals("IF") ? "IF" : "YES";
    }

    // --- volumes ------------------------------------------------------------------------------------

    private String volumes(PodSeen subject, NodeSeen node) {
        if (subject.spec().volumeClaims().isEmpty()) {
            return "YES";
        }
        if (!stores.listed) {
            return "IF";
        }
        List<PersistentVolumeClaim> unbound = new ArrayList<>();
        Set<String> more = new HashSet<>();
        boolean bound = false;
        for (String name : names(subject)) {
            Optional<PersistentVolumeClaim> found = claim(subject.namespace(), name);
            if (found.isEmpty() || found.get().ending() || taken(found.get(), subject)) {
                return "NO";
            }
            if (found.get().volume().isEmpty()) {
                if (storage(found.get().storageClass())
                        .filter(SchedulingObject.StorageClass::waits)
                        .isEmpty()) {
                    return "NO";
                }
                unbound.add(found.get());
                continue;
            }
            Optional<PersistentVolume> volume = volume(found.get().volume());
            if (volume.isEmpty() || !reached(volume.get().nodes(), node) || !zone(volume.get(), node)) {
                return "NO";
            }
            bound = true;
            more.add(volume.get().claim());
        }
        String late = late(unbound, node);
        Set<String> used = used(subject, node);
        boolean full = bound && used.size() >= 16 && !used.containsAll(more);
        return full ? worst(late, "IF") : late;
    }

    /** Claims without a volume, the smallest first: each takes the smallest volume that serves it, else one is made. */
    private String late(List<PersistentVolumeClaim> unbound, NodeSeen node) {
        unbound.sort(Comparator.comparingLong(PersistentVolumeClaim::bytes));
        Set<String> gone = new HashSet<>();
        String answer = "YES";
        for (PersistentVolumeClaim claim : unbound) {
            if (!claim.node().isEmpty()) {
                answer = worst(answer, claim.node().equals(node.name()) ? made(claim, node) : "NO");
                continue;
            }
            PersistentVolume best = null;
            for (SchedulingObject fact : stores.facts) {
                if (fact instanceof PersistentVolume volume
                        && !gone.contains(volume.name())
                        && serves(volume, claim)
                        && reached(volume.nodes(), node)
                        && (best == null || before(volume, best, claim))) {
                    best = volume;
                }
            }
            if (best == null) {
                answer = worst(answer, made(claim, node));
            } else {
                gone.add(best.name());
            }
        }
        return answer;
    }

    private static boolean serves(PersistentVolume volume, PersistentVolumeClaim claim) {
        boolean big = volume.bytes() >= claim.bytes() && volume.accessModes().containsAll(claim.accessModes());
        if (volume.claim().equals(claim.namespace() + "/" + claim.name())) {
            return big;
        }
        return big
                && volume.claim().isEmpty()
                && volume.available()
                && volume.storageClass().equals(claim.storageClass())
                && claim.selector().matches(volume.labels());
    }

    /** One kept for the claim goes before all others. */
    private static boolean before(PersistentVolume one, PersistentVolume other, PersistentVolumeClaim claim) {
        boolean kept = !one.claim().isEmpty();
        if (kept != !other.claim().isEmpty()) {
            return kept;
        }
        return one.bytes() != other.bytes()
                ? one.bytes() < other.bytes()
                : one.name().compareTo(other.name()) < 0;
    }

    private String made(PersistentVolumeClaim claim, NodeSeen node) {
        Optional<SchedulingObject.StorageClass> storage = storage(claim.storageClass());
        return storage.isPresent()
                        && storage.get().provisions()
                        && reached(storage.get().topologies(), node)
                ? "IF"
                : "NO";
    }

    private boolean taken(PersistentVolumeClaim claim, PodSeen subject) {
        return claim.accessModes().contains("ReadWriteOncePod")
                && pods.stream()
                        .anyMatch(pod -> !pod.uid().equals(subject.uid())
                                && !pod.nodeName().isEmpty()
                                && pod.namespace().equals(claim.namespace())
                                && pod.spec().volumeClaims().contains(claim.name()));
    }

    private Set<String> used(PodSeen subject, NodeSeen node) {
        Set<String> used = new HashSet<>();
        for (PodSeen pod : pods) {
            if (pod.nodeName().equals(node.name()) && !pod.uid().equals(subject.uid())) {
                names(pod).forEach(name -> used.add(pod.namespace() + "/" + name));
            }
        }
        return used;
    }

    private static List<String> names(PodSeen pod) {
        return pod.spec().volumeClaims().stream()
                .map(name -> name.replace(TaskSpec.OWN, pod.name() + "-"))
                .toList();
    }

    private static boolean reached(List<NodeTerm> terms, NodeSeen node) {
        boolean any = terms.isEmpty();
        for (NodeTerm term : terms) {
            boolean all = true;
            for (Requirement one : term.labels()) {
                boolean in = node.labels()
                        .get(one.key())
                        .filter(one.values()::contains)
                        .isPresent();
                all &= one.operator().equals("In") ? in : !in;
            }
            any |= all;
        }
        return any;
    }

    private static boolean zone(PersistentVolume volume, NodeSeen node) {
        Optional<String> zone = node.labels().get(RandomStores.ZONE);
        return zone.isEmpty()
                || volume.zones().stream().allMatch(one -> one.values().contains(zone.get()));
    }

    private Optional<PersistentVolumeClaim> claim(String namespace, String name) {
        return stores.facts.stream()
                .filter(PersistentVolumeClaim.class::isInstance)
                .map(PersistentVolumeClaim.class::cast)
                .filter(claim ->
                        claim.namespace().equals(namespace) && claim.name().equals(name))
                .findFirst();
    }

    private Optional<PersistentVolume> volume(String name) {
        return stores.facts.stream()
                .filter(PersistentVolume.class::isInstance)
                .map(PersistentVolume.class::cast)
                .filter(volume -> volume.name().equals(name))
                .findFirst();
    }

    private Optional<SchedulingObject.StorageClass> storage(String name) {
        return stores.facts.stream()
                .filter(SchedulingObject.StorageClass.class::isInstance)
                .map(SchedulingObject.StorageClass.class::cast)
                .filter(storage -> storage.name().equals(name))
                .findFirst();
    }

    // --- quota --------------------------------------------------------------------------------------

    /** A pod at the gate of Kueue gets one flavor with enough of all it asks for left, on nodes of that flavor. */
    private String quota(PodSeen subject, NodeSeen node) {
        if (!subject.spec().gates().contains(RandomStores.GATE)) {
            return "YES";
        }
        Map<String, Long> asks = subject.spec().requests().toMap();
        asks.values().removeIf(amount -> amount == 0);
        boolean odd = asks.remove("rdma/hca") != null;
        SchedulingObject.ClusterQueue queue = (SchedulingObject.ClusterQueue) stores.facts.getLast();
        String best = asks.isEmpty() ? "YES" : "NO";
        for (SchedulingObject fact : stores.facts) {
            if (!asks.isEmpty() && fact instanceof SchedulingObject.ResourceFlavor flavor) {
                boolean here = flavor.nodes().toMap().entrySet().stream()
                        .allMatch(label -> node.labels().is(label.getKey(), label.getValue()));
                if (here && wants(subject.spec(), flavor)) {
                    String grants = grants(queue, flavor.name(), asks);
                    best = best.equals("YES") || grants.equals("YES") ? "YES" : worstButNo(best, grants);
                }
            }
        }
        return odd ? worst(best, "IF") : best;
    }

    private static String worstButNo(String one, String other) {
        return one.equals("IF") || other.equals("IF") ? "IF" : "NO";
    }

    /** As flavorSelector of Kueue: a label that one flavor of the group names, here zone, is asked of each of them. */
    private static boolean wants(TaskSpec spec, SchedulingObject.ResourceFlavor flavor) {
        Optional<String> zone = flavor.nodes().get("zone");
        if (spec.nodeSelector()
                .get("zone")
                .filter(wanted -> !zone.equals(Optional.of(wanted)))
                .isPresent()) {
            return false;
        }
        return spec.requiredNodes().isEmpty()
                || spec.requiredNodes().stream().anyMatch(term -> term.labels().stream()
                        .filter(one -> one.key().equals("zone"))
                        .allMatch(one -> switch (one.operator()) {
                            case "In" -> zone.filter(one.values()::contains).isPresent();
                            case "NotIn" -> zone.filter(one.values()::contains).isEmpty();
                            case "Exists" -> zone.isPresent();
                            case "DoesNotExist" -> zone.isEmpty();
                            default -> false;
                        }));
    }

    private static String grants(SchedulingObject.ClusterQueue queue, String flavor, Map<String, Long> asks) {
        String answer = "YES";
        for (Map.Entry<String, Long> ask : asks.entrySet()) {
            long nominal = queue.quotas().stream()
                    .filter(quota ->
                            quota.flavor().equals(flavor) && quota.resource().equals(ask.getKey()))
                    .mapToLong(SchedulingObject.Granted::nominal)
                    .sum();
            long used =
                    queue.used().containsKey(flavor) ? queue.used().get(flavor).get(ask.getKey()) : 0;
            if (ask.getValue() > nominal) {
                answer = "NO";
            } else if (used + ask.getValue() > nominal) {
                answer = worst(answer, "IF");
            }
        }
        return answer;
    }
}
