// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.drain.DrainPreview;
import podium.core.drain.DrainRequest;
import podium.core.drain.DrainService;
import podium.core.drain.Fate;
import podium.core.drain.PodFate;
import podium.core.operation.Expectation;
import podium.core.operation.ObjectChange;
import podium.core.operation.Plan;
import podium.core.operation.Step;
import podium.core.placement.PlacementService;
import podium.core.port.ObjectRef;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Drains, cordons and uncordons, as previews and plans. In the realm. */
@Component(service = DrainService.class)
public final class Drains implements DrainService {
    /** kubectl drain waits for ever unless told otherwise. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    /** A pod that was bound just before the cordon may be a finished one or on its way out. */
    private static final Duration LATECOMERS = Duration.ofSeconds(30);

    private final PlacementService placement;
    private final InstantSource clock;

    /** Drains that find the ways of the evicted by the placement rules. */
    @Activate
    public Drains(@Reference PlacementService placement) {
        this(placement, InstantSource.system());
    }

    Drains(PlacementService placement, InstantSource clock) {
        this.placement = placement;
        this.clock = clock;
    }

    @Override
    public DrainPreview preview(DrainRequest request) {
        return new Previewer(request, cluster(request.nodes()), placement, clock.instant()).preview();
    }

    @Override
    public Plan plan(DrainPreview preview) {
        DrainRequest request = preview.request();
        List<Node> nodes = request.nodes();
        List<Node> open = nodes.stream().filter(node -> !node.isUnschedulable()).toList();
        Cordons cordons = cordons();
        List<Step> steps = new ArrayList<>(open.stream().map(cordons::cordon).toList());
        List<Step.Victim> victims = preview.pods().stream()
                .filter(fate -> isVictim(fate, request))
                .map(fate -> victim(fate.task(), request))
                .toList();
        if (!victims.isEmpty()) {
            steps.add(new Step.EvictAll(
                    victims,
                    request.timeout().orElse(FOR_EVER),
                    "Evict " + count(victims.size(), "pod") + " from " + names(nodes)));
        }
        List<String> staying = preview.pods().stream()
                .filter(fate -> !isVictim(fate, request))
                .map(fate -> fate.task().getUid())
                .toList();
        nodes.forEach(node -> steps.add(new Step.Await(
                ObjectRef.node(node.getName()),
                new Expectation.NoOtherPods(staying),
                LATECOMERS,
                "Make sure that nothing came to " + node.getName() + " meanwhile")));
        List<String> irreversible = new ArrayList<>();
        if (!victims.isEmpty()) {
            irreversible.add("Evicted pods do not come back to " + names(nodes) + " by themselves.");
        }
        if (preview.pods().stream().anyMatch(fate -> isVictim(fate, request) && losesData(fate.task()))) {
            irreversible.add("Data in emptyDir volumes is lost.");
        }
        return new Plan(
                id(nodes),
                "drain",
                "Drain " + names(nodes),
                steps,
                effects(preview, open),
                irreversible,
                changes(open, true),
                new ArrayList<>(open.stream().map(cordons::undo).toList()));
    }

    private static List<String> effects(DrainPreview preview, List<Node> open) {
        List<String> effects = new ArrayList<>();
        if (!open.isEmpty()) {
            effects.add(names(open) + (open.size() == 1 ? " is" : " are") + " cordoned: no new pods start there.");
        }
        long evicted = preview.pods().stream()
                .filter(fate -> isVictim(fate, preview.request()))
                .count();
        effects.add(count(evicted, "pod") + " evicted, each with its own grace period; "
                + count(preview.count(Fate.STAYS), "pod") + " of DaemonSets and static pods stay.");
        preview.pods().stream()
                .filter(fate -> fate.fate() == Fate.BLOCKS && !isVictim(fate, preview.request()))
                .forEach(fate -> effects.add("Pod " + fate.task().getNamespace() + "/"
                        + fate.task().getName() + " stays: " + fate.reason() + "."));
        effects.addAll(preview.blockers());
        effects.addAll(preview.warnings());
        return effects.stream().distinct().toList();
    }

    /** Pods that only a budget blocks are evicted as soon as it lets them; those without the operator's consent are not. */
    private static boolean isVictim(PodFate fate, DrainRequest request) {
        return fate.fate() != Fate.STAYS
                && new PodRules(request).rule(fate.task()).isVictim();
    }

    private static boolean losesData(Task task) {
        return task.getSpec() != null && task.getSpec().emptyDir() && !PodRules.isFinished(task);
    }

    private static Step.Victim victim(Task task, DrainRequest request) {
        return new Step.Victim(ObjectRef.pod(task.getNamespace(), task.getName()), task.getUid(), request.grace());
    }

    @Override
    public Plan cordon(List<Node> nodes) {
        List<Node> open = nodes.stream().filter(node -> !node.isUnschedulable()).toList();
        Cordons cordons = cordons();
        return new Plan(
                id(nodes),
                "cordon",
                "Cordon " + names(nodes),
                new ArrayList<>(open.stream().map(cordons::cordon).toList()),
                List.of("No new pods start there; those that run go on. DaemonSet pods are not kept away."),
                List.of(),
                changes(open, true),
                new ArrayList<>(open.stream().map(cordons::undo).toList()));
    }

    @Override
    public Plan uncordon(List<Node> nodes) {
        List<Node> closed = nodes.stream().filter(Node::isUnschedulable).toList();
        Cordons cordons = cordons();
        return new Plan(
                id(nodes),
                "uncordon",
                "Uncordon " + names(nodes),
                new ArrayList<>(closed.stream().map(cordons::uncordon).toList()),
                List.of(
                        "New pods may start there.",
                        "If somebody else cordoned it, they may rely on that: repair tools take it for their"
                                + " cancellation."),
                List.of(),
                changes(closed, false),
                new ArrayList<>(closed.stream().map(cordons::cordon).toList()));
    }

    private Cordons cordons() {
        return Cordons.of(UUID.randomUUID().toString().substring(0, 8), clock.instant());
    }

    private static List<ObjectChange> changes(List<Node> nodes, boolean unschedulable) {
        return nodes.stream().map(node -> Cordons.change(node, unschedulable)).toList();
    }

    private static Cluster cluster(List<Node> nodes) {
        List<Cluster> clusters = nodes.stream().map(Node::getCluster).distinct().toList();
        if (clusters.size() != 1 || clusters.getFirst() == null) {
            throw new IllegalArgumentException("one operation works on the nodes of one cluster");
        }
        return clusters.getFirst();
    }

    private static ClusterId id(List<Node> nodes) {
        return new ClusterId(cluster(nodes).getName());
    }

    private static String names(List<Node> nodes) {
        return nodes.size() <= 3
                ? String.join(", ", nodes.stream().map(Node::getName).toList())
                : nodes.size() + " nodes";
    }

    private static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
