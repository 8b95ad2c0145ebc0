// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.change.SchedulingObject.Workload;
import podium.core.fleet.GpuShares;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.PinLabels;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.ResourceText;
import podium.placement.texts.Texts;

/**
 * What Kueue grants a job: of each group of resources one flavor, with enough of each resource left in its ClusterQueue or
 * lent by its cohorts, or by evicting others. A job whose quota is reserved needs none, but on nodes of another flavor; one that is
 * stopped to be placed needs all of it anew, with what it gives back.
 */
final class KueueQuota {
    private static final Pattern AROUND = Pattern.compile("^Can't admit new workloads[:;]? ?|\\.$");
    private static final Pattern MISSING = Pattern.compile("references (missing|inactive) (\\w+)\\(s\\): ([^ ]*[^ ,])");

    private final QuotaRequest ask;
    private final SchedulingObjects facts;
    private final ClusterQueue queue;
    private final String name;
    private final KueueFlavors flavors;
    private final Map<String, Optional<QuotaShortage>> byFlavor = new HashMap<>();
    private final List<String> named;
    private final Resources asks;
    private final Set<TaskSpec> specs;
    /** The same without the pins that another place takes the place of. */
    private final Set<TaskSpec> placedAnew = new LinkedHashSet<>();

    private final List<Workload> held;
    private final Map<BitSet, List<QuotaShortage>> byFlavors = new HashMap<>();

    private KueueQuota(QuotaRequest ask, SchedulingObjects facts, ClusterQueue queue) {
        this.ask = ask;
        this.facts = facts;
        this.queue = queue;
        this.name = CleanText.clean(queue.name());
        this.flavors = new KueueFlavors(facts, queue);
        this.named = queue.quotas().stream().map(Granted::flavor).distinct().toList();
        this.asks = ask.all();
        this.specs = ask.specs(facts);
        this.held = held();
        List<String> pins = PinLabels.of(ask.job());
        specs.forEach(spec -> placedAnew.add(unpinned(spec, pins)));
    }

    /** The queue that the job names, where it is one of Kueue; empty: it is none. */
    static Optional<LocalQueue> door(QuotaRequest ask, SchedulingObjects facts) {
        return ask.queueName().flatMap(queue -> facts.get(LocalQueue.class, ask.namespace(), queue));
    }

    /** Empty: its ClusterQueue is not known. */
    static Optional<KueueQuota> of(QuotaRequest ask, SchedulingObjects facts, LocalQueue door) {
        return facts.get(ClusterQueue.class, "", door.clusterQueue()).map(queue -> new KueueQuota(ask, facts, queue));
    }

    /** What keeps it waiting whatever node it is for. */
    List<QuotaShortage> everywhere(LocalQueue door) {
        List<QuotaShortage> found = new ArrayList<>();
        if (ask.reserved() && !ask.restarts()) {
            return found;
        }
        if (queue.held()) {
            found.add(QuotaShortage.stopped(name, CleanText.clean(queue.stopped())));
        } else if (!queue.stopped().isEmpty()) {
            found.add(inactive());
        } else if (door.stopped()) {
            found.add(QuotaShortage.stopped(CleanText.clean(door.name()), ""));
        }
        facts.get(SchedulingObject.Namespace.class, "", ask.namespace())
                .filter(namespace -> !queue.namespaces().matches(namespace.labels()))
                .ifPresent(namespace -> found.add(new QuotaShortage(
                        Texts.of("KueueQuota.queueTakesNoJobs", name, namespace.name()),
                        true,
                        Optional.of(new Cure.Elsewhere(Texts.of("KueueQuota.letTheQueuesNamespaceselector"))))));
        Set<String> covered = new TreeSet<>();
        queue.covered().forEach(covered::addAll);
        String said = ask.job().getReason() == null ? "" : ask.job().getReason();
        asks.forEach((resource, amount) -> {
            boolean held = this.held.stream()
                    .flatMap(its -> its.used().values().stream())
                    .anyMatch(used -> used.get(resource) > 0);
            if (amount > 0
                    && counts(resource)
                    && !covered.contains(resource)
                    && (held || this.held.isEmpty() && !ask.reserved())) {
                found.add(new QuotaShortage(
                        Texts.of("KueueQuota.queueGrantsNoAnd", name, resource),
                        held || said.contains("resource " + resource + " unavailable in ClusterQueue"),
                        Optional.of(new Cure.Elsewhere(Texts.of("KueueQuota.grantIt", resource, name)))));
            }
        });
        return found;
    }

    /** What it refers to is not there: its condition says what (kueue pkg/cache/clusterqueue.go, inactiveReason). */
    private QuotaShortage inactive() {
        String why = AROUND.matcher(queue.stopped()).replaceAll("");
        Matcher missing = MISSING.matcher(why);
        List<String> cures = new ArrayList<>();
        while (missing.find()) {
            String what = CleanText.clean(missing.group(2) + " " + missing.group(3));
            cures.add(
                    missing.group(1).equals("missing")
                            ? Texts.of("KueueQuota.createWhatIsMissing", what, name)
                            : Texts.of("KueueQuota.seeWhatIsInactive", what, name));
        }
        return QuotaShortage.shut(
                Texts.of("KueueQuota.queueIsInactive", name, CleanText.clean(why)),
                cures.isEmpty() ? Texts.of("KueueQuota.seeItsCondition", name) : String.join("; ", cures));
    }

    /** Pods are counted only where a queue grants them; what Podium reads of annotations Kueue does not know. */
    private static boolean counts(String resource) {
        return !Resources.PODS.equals(resource) && !GpuShares.ofKai(resource);
    }

    /** What is short on a node: the same on all nodes of the same flavors. */
    List<QuotaShortage> on(Node node) {
        BitSet covering = new BitSet(named.size());
        for (int i = 0; i < named.size(); i++) {
            covering.set(i, flavors.covers(named.get(i), PodSelectors.labels(node)));
        }
        return byFlavors.computeIfAbsent(covering, it -> of(it, placedAnew));
    }

    /** What is short wherever it may run: of each group the flavor that lacks least. */
    List<QuotaShortage> anywhere() {
        BitSet all = new BitSet(named.size());
        all.set(0, named.size());
        return of(all, specs);
    }

    /** Names of the AdmissionChecks of any flavor that it can get. */
    List<String> checks() {
        return queue.checks().stream()
                .filter(check -> check.flavors().isEmpty()
                        || check.flavors().stream().anyMatch(flavor -> specs.stream()
                                .allMatch(spec -> flavors.refusal(flavor, spec).isEmpty())))
                .map(check -> CleanText.clean(check.name()))
                .toList();
    }

    /** Whether it grants all that is asked for on a node. */
    boolean grants(Node node) {
        return on(node).isEmpty();
    }

    /** That no node is of the flavor it was admitted to; of what is not admitted yet, of any that it can get. */
    Optional<Obstacle> nodeless() {
        List<List<String>> wanted = ask.reserved()
                ? named.stream()
                        .filter(flavor -> ask.selects(flavors.nodes(flavor)))
                        .map(List::of)
                        .toList()
                : queue.covered().stream()
                        .filter(group -> group.stream().anyMatch(resource -> asks.get(resource) > 0))
                        .map(group -> flavors.of(group).stream()
                                .filter(flavor -> specs.stream().allMatch(spec -> flavors.refusal(flavor, spec)
                                        .isEmpty()))
                                .toList())
                        .toList();
        List<Node> nodes = ask.cluster().getNodes();
        return wanted.stream()
                .filter(some -> !some.isEmpty()
                        && !nodes.isEmpty()
                        && some.stream().noneMatch(flavor -> nodes.stream()
                                .anyMatch(node -> flavors.covers(flavor, PodSelectors.labels(node)))))
                .findFirst()
                .map(some -> Obstacle.of(
                        Obstacle.By.KUEUE,
                        some.stream()
                                .map(flavor -> Texts.of(
                                        "KueueQuota.noNodeIsOfFlavor",
                                        flavors.words(flavor),
                                        CleanText.clean(flavor),
                                        name))
                                .collect(Collectors.joining("; ")),
                        new Cure.Elsewhere(Texts.of("KueueQuota.labelANode", flavors.words(some.getFirst())))))
                .or(() -> ask.isAnew()
                        ? wanted.stream()
                                .flatMap(some -> unmatched(some, nodes).stream())
                                .findFirst()
                        : Optional.empty());
    }

    /** That no node of these flavors is one that it asks for. */
    private Optional<Obstacle> unmatched(List<String> some, List<Node> nodes) {
        return specs.stream()
                .flatMap(spec -> flavors.mismatch(some, spec, nodes).stream())
                .findFirst()
                .map(why -> Obstacle.of(
                        Obstacle.By.KUEUE,
                        Texts.of(
                                "KueueQuota.noNodeOfFlavorTakesIt",
                                CleanText.clean(String.join(", ", some)),
                                name,
                                why),
                        new Cure.Elsewhere(Texts.of("KueueQuota.nameAnotherQueue"))));
    }

    private static TaskSpec unpinned(TaskSpec spec, List<String> pins) {
        Map<String, String> kept = spec.nodeSelector().toMap();
        return kept.keySet().removeAll(pins) ? spec.selecting(Labels.of(kept)) : spec;
    }

    private List<QuotaShortage> of(BitSet covering, Set<TaskSpec> asking) {
        List<QuotaShortage> found = new ArrayList<>();
        for (List<String> group : queue.covered()) {
            if (group.stream().anyMatch(resource -> asks.get(resource) > 0)) {
                best(group, covering, asking).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<QuotaShortage> best(List<String> group, BitSet covering, Set<TaskSpec> asking) {
        List<QuotaShortage> lacking = new ArrayList<>();
        Set<KueueFlavors.Refusal> refusals = new LinkedHashSet<>();
        List<String> grouped = flavors.of(group);
        for (String flavor : grouped) {
            if (!covering.get(named.indexOf(flavor))) {
                continue;
            }
            Optional<KueueFlavors.Refusal> refusal = asking.stream()
                    .flatMap(spec -> flavors.refusal(flavor, spec).stream())
                    .findFirst();
            if (refusal.isPresent()) {
                refusals.add(refusal.get());
                continue;
            }
            Optional<QuotaShortage> here = byFlavor.computeIfAbsent(flavor, it -> judge(it, group));
            if (here.isEmpty()) {
                return Optional.empty();
            }
            lacking.add(here.get());
        }
        return lacking.stream()
                .min(Comparator.comparing(QuotaShortage::never).thenComparing(shortage -> !shortage.preempts()))
                .or(() -> Optional.of(none(grouped, refusals)));
    }

    private QuotaShortage none(List<String> named, Set<KueueFlavors.Refusal> refusals) {
        List<String> nodes = named.stream()
                .map(flavor -> flavors.words(flavor).isEmpty()
                        ? CleanText.clean(flavor)
                        : Texts.of("KueueQuota.flavorHas", CleanText.clean(flavor), flavors.words(flavor)))
                .toList();
        String why = String.join(
                "; ",
                refusals.isEmpty()
                        ? nodes
                        : refusals.stream().map(KueueFlavors.Refusal::words).toList());
        return new QuotaShortage(
                Texts.of("KueueQuota.queueHasNoFlavor", name, why),
                true,
                refusals.stream().findFirst().map(first -> new Cure.Elsewhere(first.cure())));
    }

    /** What a flavor is short of; empty: of nothing. */
    private Optional<QuotaShortage> judge(String flavor, List<String> group) {
        boolean anew = !held.isEmpty();
        Resources needs = anew ? asks : ask.needed(node -> flavors.covers(flavor, PodSelectors.labels(node)));
        Map<String, Long> wanted = new TreeMap<>();
        group.stream()
                .filter(resource -> needs.get(resource) > 0)
                .forEach(resource -> wanted.put(resource, needs.get(resource)));
        List<String> lacking = group.stream()
                .filter(wanted::containsKey)
                .filter(resource ->
                        wanted.get(resource) > tree(flavor, resource).available(queue))
                .toList();
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        KueuePreemption preemption = new KueuePreemption(facts, queue, flavor, wanted, lacking);
        List<Workload> victims = anew ? List.of() : preemption.victims(preemptor());
        boolean shares = !anew && queue.preemption().fair() && preemption.reachesOthers(preemptor());
        return lacking.stream()
                .map(resource -> shortage(flavor, resource, wanted.get(resource), victims, shares))
                .max(Comparator.comparing(QuotaShortage::never));
    }

    /** The queue as it is without what is given back first. */
    private KueueTree tree(String flavor, String resource) {
        long back = held.stream()
                .mapToLong(
                        its -> its.used().getOrDefault(flavor, Resources.none()).get(resource))
                .sum();
        return new KueueTree(facts, flavor, resource, Map.of(queue.name(), back));
    }

    /** By what it is admitted now, where it has to be admitted anew. */
    private List<Workload> held() {
        Set<String> holders = ask.holders();
        return holders.isEmpty()
                ? List.of()
                : facts.all(Workload.class).stream()
                        .filter(workload -> workload.namespace().equals(ask.namespace())
                                && (holders.contains(workload.owner()) || holders.contains(workload.name()))
                                && workload.clusterQueue().equals(queue.name()))
                        .toList();
    }

    /** What Kueue knows of the job already; of a new one the priority of its pods. */
    private Workload preemptor() {
        String uid = ask.job().getUid() == null ? "" : ask.job().getUid();
        return facts.all(Workload.class).stream()
                .filter(workload -> !uid.isEmpty() && workload.owner().equals(uid))
                .findFirst()
                .orElseGet(() -> new Workload(
                        ask.namespace(),
                        "",
                        uid,
                        "",
                        "",
                        ask.job().getPriority(),
                        null,
                        null,
                        false,
                        Map.of(),
                        List.of()));
    }

    /** @param shares whether fair sharing chooses among those of other queues */
    private QuotaShortage shortage(String flavor, String resource, long asks, List<Workload> victims, boolean shares) {
        KueueTree tree = tree(flavor, resource);
        long nominal = tree.granted(queue).map(Granted::nominal).orElse(0L);
        long used = tree.used(queue);
        long available = tree.available(queue);
        boolean never = asks > tree.most(queue);
        String more = "";
        if (never) {
            more = Texts.of("KueueQuota.neverMoreThan", ResourceText.number(resource, tree.most(queue)));
        } else if (!queue.cohort().isEmpty()) {
            more = Texts.of(
                    "KueueQuota.cohortHasToLend",
                    CleanText.clean(queue.cohort()),
                    ResourceText.number(resource, Math.max(0, available - Math.max(0, nominal - used))));
        }
        String who = KueuePreemption.words(victims, flavor, resource, ask.cluster());
        if (!never && !victims.isEmpty()) {
            more = shares
                    ? Texts.of("KueueQuota.fitsByEvictingPerhaps", who)
                    : Texts.of("KueueQuota.fitsByEvicting", who);
        } else if (!never && shares) {
            more += "; " + Texts.of("KueueQuota.fairSharingMayEvict");
        }
        String which = Texts.of("KueueQuota.queueFlavor", name, CleanText.clean(flavor));
        return new QuotaShortage(
                QuotaShortage.words(which, resource, nominal, "nominal", used, asks, more),
                never,
                never || victims.isEmpty()
                        ? List.of()
                        : shares
                                ? List.of(Texts.of("KueueQuota.evictsWhomFairSharingChooses", who))
                                : KueuePreemption.evictions(victims, flavor, resource, ask.cluster()),
                ask.cure("ClusterQueue", "", queue.name(), resource, asks - (never ? tree.most(queue) : available)));
    }
}
