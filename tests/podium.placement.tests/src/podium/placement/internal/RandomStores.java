// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Volumes, claims and a queue for a random cluster, each rule with a fair chance to decide. From a sequence of its own. */
final class RandomStores {
    static final String ZONE = "topology.kubernetes.io/zone";
    static final String QUEUE = "kueue.x-k8s.io/queue-name";
    static final String GATE = "kueue.x-k8s.io/admission";

    private static final String[] CLASSES = {"make", "local", "now", "unheard"};

    private final Random random;
    final List<SchedulingObject> facts = new ArrayList<>();
    /** False: one of the kinds is not listed, so nothing is known of any claim. */
    final boolean listed;

    /** True: the subject waits for a queue. */
    final boolean queued;

    RandomStores(long seed) {
        random = new Random(seed ^ 0x5DEECE66DL);
        listed = !chance(6);
        queued = chance(20);
        facts.add(new SchedulingObject.StorageClass(
                "make", true, true, chance(60) ? List.of() : List.of(where(), where())));
        facts.add(new SchedulingObject.StorageClass("local", true, false, List.of()));
        facts.add(new SchedulingObject.StorageClass("now", false, true, List.of()));
        for (int i = 0; i < 4; i++) {
            facts.add(volume("v" + i));
        }
        for (int i = 0; i < 5; i++) {
            if (chance(85)) {
                facts.add(claim("c" + i));
            }
        }
        if (queued) {
            queue();
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String value() {
        return String.valueOf((char) ('a' + random.nextInt(3)));
    }

    private NodeTerm where() {
        return chance(60)
                ? new NodeTerm(
                        List.of(new Requirement("zone", chance(80) ? "In" : "NotIn", List.of(value()))), List.of())
                : new NodeTerm(
                        List.of(new Requirement(
                                "kubernetes.io/hostname", "In", List.of("n0", "n" + random.nextInt(5)))),
                        List.of());
    }

    private SchedulingObject volume(String name) {
        return new SchedulingObject.PersistentVolume(
                name,
                chance(50) ? Labels.of("disk", value()) : Labels.none(),
                CLASSES[random.nextInt(2)],
                chance(80) ? List.of("ReadWriteOnce", "ReadWriteMany") : List.of("ReadWriteOnce"),
                1 + random.nextInt(4),
                chance(50) ? List.of() : chance(70) ? List.of(where()) : List.of(where(), where()),
                chance(75) ? List.of() : List.of(new Requirement(ZONE, "In", List.of(value(), value()))),
                chance(70) ? "" : "team/c" + random.nextInt(5),
                chance(80));
    }

    private SchedulingObject claim(String name) {
        boolean bound = chance(50);
        return new SchedulingObject.PersistentVolumeClaim(
                chance(95) ? "team" : "other",
                name,
                bound ? "v" + random.nextInt(chance(90) ? 4 : 6) : "",
                !bound && chance(15) ? "n" + random.nextInt(5) : "",
                CLASSES[random.nextInt(chance(90) ? 2 : 4)],
                List.of(chance(75) ? "ReadWriteOnce" : chance(60) ? "ReadWriteOncePod" : "ReadWriteMany"),
                1 + random.nextInt(4),
                chance(80)
                        ? new LabelSelector(Labels.none(), List.of())
                        : new LabelSelector(Labels.of("disk", value()), List.of()),
                chance(4));
    }

    /** The claims of a pod, a few with many. */
    List<String> claims() {
        List<String> names = new ArrayList<>();
        if (chance(30)) {
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                String name = "c" + random.nextInt(5);
                if (!names.contains(name)) {
                    names.add(name);
                }
            }
        }
        if (chance(3)) {
            names.add(TaskSpec.OWN + "scratch");
        }
        if (chance(3)) {
            for (int i = 0; i < 16; i++) {
                names.add("many" + i);
            }
        }
        return names;
    }

    /** Zone labels as VolumeZone reads them. */
    Map<String, String> zone() {
        return chance(70) ? Map.of(ZONE, value()) : Map.of();
    }

    private void queue() {
        facts.add(new SchedulingObject.LocalQueue("team", "gold", "cq", false));
        facts.add(new SchedulingObject.LocalQueue("other", "gold", "cq", false));
        List<SchedulingObject.Granted> quotas = new ArrayList<>();
        List<String> flavors = chance(50) ? List.of("a", "b") : List.of("a", "any");
        for (String flavor : flavors) {
            facts.add(new SchedulingObject.ResourceFlavor(
                    flavor,
                    flavor.equals("any") ? Labels.none() : Labels.of("zone", flavor),
                    List.of(),
                    List.of(),
                    ""));
            quotas.add(granted(flavor, "cpu", 500L * random.nextInt(7)));
            quotas.add(granted(flavor, "nvidia.com/gpu", random.nextInt(5)));
        }
        facts.add(new SchedulingObject.ClusterQueue(
                "cq",
                "",
                List.of(List.of("cpu", "nvidia.com/gpu")),
                quotas,
                Map.of("a", Resources.parse("cpu=500,nvidia.com/gpu=1"), flavors.getLast(), Resources.parse("cpu=500")),
                new LabelSelector(Labels.none(), List.of()),
                "",
                SchedulingObject.Preemption.NEVER,
                List.of()));
    }

    private static SchedulingObject.Granted granted(String flavor, String resource, long nominal) {
        return new SchedulingObject.Granted(flavor, resource, nominal, OptionalLong.empty(), OptionalLong.empty());
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        facts.forEach(fact -> changes.add(new Change.FactSeen(fact)));
        changes.add(new Change.Listed("PersistentVolume", 0));
        changes.add(new Change.Listed("PersistentVolumeClaim", 0));
        if (listed) {
            changes.add(new Change.Listed("StorageClass", 0));
        }
        return changes;
    }
}
