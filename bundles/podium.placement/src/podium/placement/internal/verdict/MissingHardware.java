// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.Spread;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.WorkKind;
import podium.placement.Obstacle;
import podium.placement.Obstacle.By;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.dra.DeviceShortage;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** What a task asks of a node and no node of its cluster has, whoever leaves it: to wait for it is in vain. In the realm. */
public final class MissingHardware {
    /** Of what there is instead, so many are named. */
    private static final int MOST = 4;

    private final SubjectVerdicts verdicts;
    private final TaskProbe probe;
    private final ClusterIndex index;
    private final Cluster cluster;

    public MissingHardware(SubjectVerdicts verdicts, ClusterIndex index, Cluster cluster) {
        this.verdicts = verdicts;
        this.probe = verdicts.probe;
        this.index = index;
        this.cluster = cluster;
    }

    /**
     * Something that is missing.
     *
     * @param wanted what, in words
     * @param instead what there is in its place; empty: nothing
     * @param what of the job asks for it, in words
     * @param field of the manifest that asks for it
     * @param directs whether it only directs where pods go, which may be written anew in a suspended template; what they request may not
     * @param has whether a node has it
     */
    private record Missing(
            String wanted, String instead, String what, String field, boolean directs, Predicate<Node> has) {
        boolean isNowhere(Cluster cluster) {
            return cluster.getNodes().stream().noneMatch(has);
        }
    }

    /** All that is missing, with who else has it; empty: nothing, or the cluster has no nodes. */
    public List<Obstacle> obstacles() {
        if (cluster.getNodes().isEmpty()) {
            return List.of();
        }
        List<Missing> missing = Stream.of(selector(), affinity(), domains(), resources())
                .flatMap(List::stream)
                .filter(one -> one.isNowhere(cluster))
                .toList();
        return Obstacle.both(missing.isEmpty() ? List.of() : obstacles(missing), claims());
    }

    /**
     * That the nodes which it may run on take fewer of its tasks than it wants at once, however empty they are; empty: they take them,
     * or that cannot be counted.
     *
     * @param tasks of it that wait
     */
    public Optional<Obstacle> tooFew(int tasks) {
        DeviceRequirement ask = DeviceRequirement.of(probe.spec.requests());
        boolean parts = ask.share()
                || AcceleratorKind.of(ask.resource())
                        .filter(AcceleratorKind::slice)
                        .isPresent();
        if (parts
                || !ask.asksForDevices()
                || !probe.spec.resourceClaims().isEmpty()
                || !index.offered().isEmpty()
                || verdicts.pieces.stream().anyMatch(piece -> !piece.spec().equals(probe.spec))) {
            return Optional.empty();
        }
        List<Node> allowed = cluster.getNodes().stream().filter(this::mayRun).toList();
        long most = allowed.stream().mapToLong(this::whenEmpty).sum();
        long wanted = tasks
                + allowed.stream()
                        .flatMap(node -> node.getTasks().stream())
                        .filter(task -> task.getJob() == probe.job && Holdings.holds(task))
                        .filter(task -> task.getSpec() != null
                                && task.getSpec().requests().equals(probe.spec.requests()))
                        .count();
        return most == 0 || most >= wanted
                ? Optional.empty()
                : Optional.of(Obstacle.of(
                        By.SCHEDULER,
                        Texts.of("MissingHardware.neverAllAtOnce", most, wanted, Counted.of(allowed.size(), "node")),
                        new Cure.Elsewhere(Texts.of("MissingHardware.runFewerAtOnce", most))));
    }

    /** Whether selector, affinity and taints let it onto a node once that is in service; a pin is replaced when it is placed anew. */
    private boolean mayRun(Node node) {
        Labels labels = PodSelectors.labels(node);
        List<Taint> lasting = node.getTaints() == null
                ? List.of()
                : node.getTaints().all().stream()
                        .filter(taint -> !taint.key().startsWith("node.kubernetes.io/"))
                        .toList();
        return (NodeAffinityRule.selectorReason(probe.spec, labels).isEmpty()
                        || NodeAffinityRule.onlyPinDiffers(probe, labels).isPresent())
                && NodeAffinityRule.affinityReason(probe.spec, node.getName(), labels)
                        .isEmpty()
                && probe.taintReason(new Taints(lasting)).isEmpty();
    }

    /** How many of its tasks a node takes that nobody else is on. */
    private long whenEmpty(Node node) {
        long copies = verdicts.check().alone ? 1 : Integer.MAX_VALUE;
        for (int i = 0; i < probe.resources.length; i++) {
            boolean device = AcceleratorKind.of(probe.resources[i]).isPresent();
            copies = Math.min(
                    copies, (device ? capacity(node) : allocatable(node)).get(probe.resources[i]) / probe.amounts[i]);
        }
        return copies;
    }

    /** @param missing which all are written anew together */
    private List<Obstacle> obstacles(List<Missing> missing) {
        List<Obstacle> found = new ArrayList<>();
        for (Missing one : missing) {
            found.add(new Obstacle(By.SCHEDULER, words(one), found.isEmpty() ? cure(missing) : Optional.empty()));
        }
        List<String> others = Optional.ofNullable(cluster.getFleet()).stream()
                .flatMap(fleet -> fleet.getClusters().stream())
                .filter(other -> other != cluster
                        && other.getConnection() == ConnectionState.LIVE
                        && missing.stream().noneMatch(one -> one.isNowhere(other)))
                .map(other -> CleanText.clean(other.getName()))
                .toList();
        if (!others.isEmpty() && !JobTraits.isPod(probe.job)) {
            String all = Counted.named(others, MOST);
            found.add(Obstacle.of(
                    By.SCHEDULER,
                    others.size() == 1
                            ? Texts.of("MissingHardware.anotherClusterHasIt", all)
                            : Texts.of("MissingHardware.otherClustersHaveIt", all),
                    new Cure.WhichCluster()));
        }
        return found;
    }

    private String words(Missing missing) {
        String name = CleanText.clean(cluster.getName());
        return missing.instead().isEmpty()
                ? Texts.of("MissingHardware.noNodeHas", name, missing.wanted())
                : Texts.of("MissingHardware.noNodeHasBut", name, missing.wanted(), missing.instead());
    }

    /** A template may be written anew only while nothing is made of it; a pod never. */
    private Optional<Cure> cure(List<Missing> missing) {
        Job job = probe.job;
        String what = String.join(
                Texts.of("MissingHardware.and"),
                missing.stream().map(Missing::what).distinct().toList());
        boolean suspends = JobTraits.has(job, WorkKind.Trait.SUSPENDS);
        return Optional.of(
                JobTraits.isPod(job) || suspends && !missing.stream().allMatch(Missing::directs)
                        ? new Cure.Elsewhere(Texts.of("MissingHardware.createItAnew", what))
                        : new Cure.Edit(what, missing.getFirst().field(), suspends && !job.isSuspended()));
    }

    /** Devices for its claims of which no node has as many, whoever has them. */
    private List<Obstacle> claims() {
        if (!verdicts.claimRefusals().isEmpty()) {
            return verdicts.claimRefusals().stream()
                    .map(words -> Obstacle.of(By.DEVICES, words))
                    .toList();
        }
        List<DeviceShortage.Few> all = new ArrayList<>();
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node != null) {
                Optional<DeviceShortage.Few> few = verdicts.check().few(row, node);
                if (few.isEmpty()
                        || !all.isEmpty()
                                && !all.getFirst().asked().equals(few.get().asked())) {
                    return List.of();
                }
                all.add(few.get());
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        String name = CleanText.clean(cluster.getName());
        String asked = all.getFirst().asked();
        int most = all.stream().mapToInt(DeviceShortage.Few::there).max().orElse(0);
        return List.of(
                most == 0
                        ? Obstacle.of(
                                By.DEVICES,
                                Texts.of("MissingHardware.noNodeHas", name, asked),
                                new Cure.Elsewhere(Texts.of("MissingHardware.askForOtherDevices")))
                        : Obstacle.of(
                                By.DEVICES,
                                Texts.of("MissingHardware.noNodeHasAsMany", name, asked, most),
                                new Cure.Elsewhere(Texts.of(
                                        "MissingHardware.askForFewer",
                                        most,
                                        all.getFirst().count()))));
    }

    private List<Missing> selector() {
        List<Missing> asked = new ArrayList<>();
        String what = Texts.of("MissingHardware.itsNodeSelector");
        probe.spec.nodeSelector().forEach((key, value) -> {
            if (!NodeAffinityRule.isPin(probe, key)) {
                asked.add(new Missing(label(key, value), values(key), what, key, true, node -> PodSelectors.labels(node)
                        .is(key, value)));
            }
        });
        return asked;
    }

    private List<Missing> affinity() {
        if (probe.spec.requiredNodes().size() != 1) {
            return List.of();
        }
        return probe.spec.requiredNodes().getFirst().labels().stream()
                .filter(asked -> asked.operator().equals("In") && !NodeAffinityRule.HOSTNAME.equals(asked.key()))
                .map(this::affinity)
                .toList();
    }

    private Missing affinity(Requirement asked) {
        String values = Counted.named(asked.values(), MOST);
        return new Missing(
                label(asked.key(), values),
                values(asked.key()),
                Texts.of("MissingHardware.itsNodeAffinity"),
                asked.key(),
                true,
                node -> asked.matches(PodSelectors.labels(node)));
    }

    /** Labels by whose values nodes are told apart: without one a node takes no such pod. */
    private List<Missing> domains() {
        return Stream.concat(
                        probe.spec.spreads().stream()
                                .filter(Spread::hard)
                                .map(one -> domain(one.topologyKey(), Texts.of("MissingHardware.itsTopologySpread"))),
                        probe.spec.podAffinity().stream()
                                .map(one -> domain(one.topologyKey(), Texts.of("MissingHardware.itsPodAffinity"))))
                .toList();
    }

    private static Missing domain(String key, String what) {
        return new Missing(
                Texts.of("MissingHardware.labelFor", CleanText.clean(key), what),
                "",
                what,
                key,
                false,
                node -> PodSelectors.labels(node).get(key).isPresent());
    }

    private List<Missing> resources() {
        List<Missing> asked = new ArrayList<>();
        for (int i = 0; i < probe.resources.length; i++) {
            String resource = probe.resources[i];
            long amount = probe.amounts[i];
            boolean byDrivers = !index.offered().isEmpty(); // which may serve it by a device class
            boolean device = AcceleratorKind.of(resource).isPresent();
            if (device ? !byDrivers : Resources.CPU.equals(resource) || Resources.MEMORY.equals(resource)) {
                asked.add(new Missing(
                        ResourceText.named(resource, amount),
                        device ? offered() : most(resource),
                        Texts.of("MissingHardware.itsRequests"),
                        resource,
                        false,
                        node -> (device ? capacity(node) : allocatable(node)).get(resource) >= amount));
            }
        }
        return asked;
    }

    private static String label(String key, String value) {
        return CleanText.clean(key) + "=" + CleanText.clean(value);
    }

    private String values(String key) {
        TreeSet<String> values = new TreeSet<>(new NaturalOrder());
        cluster.getNodes().forEach(node -> PodSelectors.labels(node).get(key).ifPresent(values::add));
        return Counted.named(values.stream().map(CleanText::clean).toList(), MOST);
    }

    /** The most of each kind of accelerator that a node has. */
    private String offered() {
        Map<String, Long> most = new LinkedHashMap<>();
        for (Node node : cluster.getNodes()) {
            capacity(node).forEach((resource, amount) -> {
                if (amount > 0 && AcceleratorKind.of(resource).isPresent()) {
                    most.merge(resource, amount, Math::max);
                }
            });
        }
        return most.isEmpty()
                ? ""
                : Texts.of(
                        "MissingHardware.atMost",
                        Counted.named(
                                most.entrySet().stream()
                                        .map(one -> ResourceText.named(one.getKey(), one.getValue()))
                                        .sorted(new NaturalOrder())
                                        .toList(),
                                MOST));
    }

    private String most(String resource) {
        long most = cluster.getNodes().stream()
                .mapToLong(node -> allocatable(node).get(resource))
                .max()
                .orElse(0);
        return Texts.of("MissingHardware.atMost", ResourceText.words(resource, most));
    }

    private static Resources allocatable(Node node) {
        return node.getAllocatable() == null ? Resources.none() : node.getAllocatable();
    }

    /** With what a node has and does not offer now, such as a GPU that failed. */
    private static Resources capacity(Node node) {
        return node.getCapacity() != null ? node.getCapacity() : allocatable(node);
    }
}
