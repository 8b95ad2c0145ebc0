// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.NodeTroubleText;
import podium.core.fleet.NodesText;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainRequest;
import podium.operation.drain.DrainService;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;
import podium.placement.PlacementService;

/** Drains, cordons and uncordons, as previews and plans. In the realm. */
@Component(service = DrainService.class)
public final class Drains implements DrainService {
    private final PlacementService placement;
    private final Connections connections;
    private final RuleService rules;
    private final InstantSource clock;

    /** Drains that find the ways of the evicted by the placement rules. */
    @Activate
    public Drains(
            @Reference PlacementService placement, @Reference Connections connections, @Reference RuleService rules) {
        this(placement, connections, rules, InstantSource.system());
    }

    Drains(PlacementService placement, Connections connections, RuleService rules, InstantSource clock) {
        this.rules = rules;
        this.placement = placement;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public DrainPreview preview(DrainRequest request) {
        return new Previewer(request, cluster(request.nodes()), placement, barred(request.nodes()), clock.instant())
                .preview();
    }

    @Override
    public DrainPreview previewOf(List<Node> nodes, Set<String> uids) {
        List<Node> theirs = nodes.stream()
                .filter(node -> node.getTasks().stream().anyMatch(task -> uids.contains(task.getUid())))
                .toList();
        DrainRequest request =
                new DrainRequest(theirs, true, true, Optional.empty(), Optional.empty()).suspending(false);
        return new Previewer(request, cluster(theirs), placement, _ -> Optional.empty(), clock.instant())
                .preview(task -> uids.contains(task.getUid()));
    }

    /**
     * The plan of a drain for which nothing is to be read.
     *
     * @throws IllegalArgumentException when jobs are to be stopped: {@link #prepare} reads what that needs
     */
    public Plan plan(DrainPreview preview) {
        DrainPlan plan = new DrainPlan(preview, barred(preview.request().nodes()), cordons(), clock.instant());
        if (!plan.queued().isEmpty() || !plan.suspended().isEmpty()) {
            throw new IllegalArgumentException("how the jobs are stopped is not known here");
        }
        return plan.build(Map.of(), Map.of(), Map.of());
    }

    @Override
    public Callable<Plan> prepare(DrainPreview preview) {
        DrainPlan plan = new DrainPlan(preview, barred(preview.request().nodes()), cordons(), clock.instant());
        ClusterId cluster = id(preview.request().nodes());
        boolean partial = preview.request().partial();
        boolean budgets = !preview.doubts().isEmpty();
        return () -> {
            Map<String, KueueWorkloads.Admitted> workloads = Map.of();
            if (!plan.queued().isEmpty()) {
                workloads =
                        new KueueWorkloads(needed(cluster, ObjectReader.class)).of(plan.queued(), plan.queuedPods());
            }
            Map<String, JobActionCompiler.Pause> pauses = new HashMap<>();
            for (DrainPlan.Suspended job : plan.suspended()) {
                pauses.put(job.uid(), needed(cluster, JobActionCompiler.class).pause(job.ref(), job.uid()));
            }
            Plan whole = plan.build(workloads, pauses, Map.of());
            Map<String, String> refused =
                    partial ? refusals(cluster, whole, budgets, ConcurrentHashMap.newKeySet()) : Map.of();
            return refused.isEmpty() ? whole : plan.build(workloads, pauses, refused);
        };
    }

    private <T> T needed(ClusterId cluster, Class<T> type) throws IOException {
        return connections
                .capability(cluster, type)
                .orElseThrow(() -> new IOException(Texts.of("Drains.theClusterIsNot", cluster)));
    }

    @Override
    public Callable<Checked> trial(DrainPreview preview, Callable<Plan> plan) {
        ClusterId cluster = id(preview.request().nodes());
        boolean budgets = !preview.doubts().isEmpty();
        return () -> {
            Set<String> warned = ConcurrentHashMap.newKeySet();
            Map<String, String> refused = refusals(cluster, plan.call(), budgets, warned);
            return new Checked(List.copyOf(refused.values()), List.copyOf(warned));
        };
    }

    /** What the operator's rules say of the pods of these nodes, asked once for each namespace. */
    private Function<Task, Optional<String>> barred(List<Node> nodes) {
        ClusterId cluster = id(nodes);
        Map<String, Optional<String>> namespaces = new HashMap<>();
        return task -> namespaces.computeIfAbsent(
                task.getNamespace() == null ? "" : task.getNamespace(),
                namespace -> rules.whyNotNamespace(cluster, namespace)
                        .map(why -> why.endsWith(".") ? why.substring(0, why.length() - 1) : why));
    }

    private Map<String, String> refusals(ClusterId cluster, Plan plan, boolean budgets, Set<String> warned)
            throws InterruptedException {
        Optional<ObjectWriter> writer = connections.capability(cluster, ObjectWriter.class);
        List<Step.Victim> victims = plan.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .toList();
        return writer.isEmpty() ? Map.of() : new EvictionTrial(writer.get(), warned).refusals(victims, budgets);
    }

    @Override
    public Plan cordon(List<Node> nodes) {
        List<Node> open = nodes.stream().filter(node -> !node.isUnschedulable()).toList();
        Cordons cordons = cordons();
        List<Step> steps = new ArrayList<>(open.stream().map(cordons::cordon).toList());
        return new Plan(
                id(nodes),
                "cordon",
                Texts.of("Drains.cordon", NodesText.of(nodes)),
                steps,
                List.of(Texts.of("Drains.noNewPodsStart")),
                List.of(),
                PlanChanges.of(steps),
                new ArrayList<>(open.stream().map(cordons::undo).toList()));
    }

    @Override
    public Plan uncordon(List<Node> nodes) {
        List<Node> closed = nodes.stream().filter(Node::isUnschedulable).toList();
        Cordons cordons = cordons();
        List<Step> steps =
                new ArrayList<>(closed.stream().map(cordons::uncordon).toList());
        return new Plan(
                id(nodes),
                "uncordon",
                Texts.of("Drains.uncordon", NodesText.of(nodes)),
                steps,
                Stream.concat(
                                Stream.of(
                                        Texts.of("Drains.newPodsMayStart"), Texts.of("Drains.ifSomebodyElseCordoned")),
                                closed.stream().flatMap(node -> NodeTroubleText.remarks(node).stream()
                                        .map(words -> Texts.of("Drains.notedOnANode", node.getName(), words))))
                        .toList(),
                List.of(),
                PlanChanges.of(steps),
                new ArrayList<>(closed.stream().map(cordons::cordon).toList()));
    }

    @Override
    public Callable<Plan> prepareUncordon(List<Node> nodes) {
        Plan unread = uncordon(nodes);
        ClusterId cluster = id(nodes);
        return () -> OwnCordons.told(unread, needed(cluster, ObjectReader.class));
    }

    private Cordons cordons() {
        return Cordons.of(UUID.randomUUID().toString().substring(0, 8), clock.instant());
    }

    private static Cluster cluster(List<Node> nodes) {
        List<Cluster> clusters = nodes.stream().map(Node::getCluster).distinct().toList();
        if (clusters.size() != 1 || clusters.getFirst() == null) {
            throw new IllegalArgumentException("one operation works on the nodes of one cluster");
        }
        return clusters.getFirst();
    }

    static ClusterId id(List<Node> nodes) {
        return ClusterId.of(cluster(nodes));
    }

    static String names(List<Node> nodes) {
        return nodes.size() <= 3
                ? String.join(", ", nodes.stream().map(Node::getName).toList())
                : Counted.of(nodes.size(), "node");
    }
}
