// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.internal.drain.Cordons;
import podium.operation.partition.MigLayout;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;
import podium.placement.whatif.NodeOffer;
import podium.placement.whatif.WhatIfService;

/** Re-partitions as previews and plans. In the realm. */
@Component(service = PartitionService.class)
public final class Partitions implements PartitionService {
    /** Pods that are asked about; the answer for those behind them would hardly differ. */
    private static final int MOST = 500;

    private final WhatIfService whatIf;
    private final InstantSource clock;

    /** Re-partitions at the time of this machine. */
    @Activate
    public Partitions(@Reference WhatIfService whatIf) {
        this(whatIf, InstantSource.system());
    }

    Partitions(WhatIfService whatIf, InstantSource clock) {
        this.whatIf = whatIf;
        this.clock = clock;
    }

    @Override
    public Optional<String> whyNot(Node node) {
        MigNode mig = MigNode.of(node);
        if (!mig.capable()) {
            return Optional.of(Texts.of("Partitions.itsGpusAreNot"));
        } else if (mig.state().isEmpty()) {
            return Optional.of(Texts.of("Partitions.noMigManagerHas", MigNode.STATE));
        } else if (mig.state().equals("pending") || mig.state().equals("rebooting")) {
            return Optional.of(Texts.of("Partitions.theMigManagerIs", mig.state()));
        } else if (MigProducts.layouts(mig.product()).isEmpty()) {
            return Optional.of(Texts.of("Partitions.theMigProfilesOf", mig.product()));
        }
        return mig.gpus() > 0 ? Optional.empty() : Optional.of(Texts.of("Partitions.howManyGpusIt"));
    }

    @Override
    public List<PartitionPreview> previews(Node node) {
        if (whyNot(node).isPresent()) {
            return List.of();
        }
        MigNode mig = MigNode.of(node);
        List<Task> inTheWay =
                node.getTasks().stream().filter(Partitions::holdsGpus).toList();
        List<MigLayout> layouts = MigProducts.layouts(mig.product());
        List<List<Task>> served = whatIf.served(
                node, layouts.stream().map(layout -> offer(node, mig, layout)).toList(), inTheWay, waiting(node));
        return IntStream.range(0, layouts.size())
                .mapToObj(i -> preview(node, mig, layouts.get(i), inTheWay, served.get(i)))
                .toList();
    }

    private static PartitionPreview preview(
            Node node, MigNode mig, MigLayout layout, List<Task> inTheWay, List<Task> fits) {
        Optional<String> whyNot = whyNot(mig, layout);
        Map<String, Integer> served = new TreeMap<>();
        int sliced = 0;
        for (Task task : whyNot.isPresent() ? List.<Task>of() : fits) {
            if (mayNeedWhole(task.getSpec(), mig, layout)) {
                sliced++;
            } else {
                task.getSpec().requests().forEach((resource, amount) -> {
                    if (amount > 0 && MigNode.isGpu(resource)) {
                        served.merge(resource, 1, Integer::sum);
                    }
                });
            }
        }
        return new PartitionPreview(node, layout, offers(mig, layout), inTheWay, served, sliced, whyNot);
    }

    private static Map<String, Long> offers(MigNode mig, MigLayout layout) {
        return mig.single() && layout.perGpu().size() > 1 ? Map.of() : mig.offers(layout);
    }

    private static Optional<String> whyNot(MigNode mig, MigLayout layout) {
        if (layout.config().equals(mig.config()) && mig.state().equals("success")) {
            return Optional.of(Texts.of("Partitions.asItIsNow"));
        }
        return mig.single() && layout.perGpu().size() > 1
                ? Optional.of(Texts.of("Partitions.migStrategySingleAll"))
                : Optional.empty();
    }

    private static boolean holdsGpus(Task task) {
        @Nullable TaskSpec spec = task.getSpec();
        return !Holdings.hasEnded(task)
                && (spec == null || wantsGpus(spec) || !spec.resourceClaims().isEmpty());
    }

    private static boolean wantsGpus(TaskSpec spec) {
        boolean[] wants = {false};
        spec.requests().forEach((resource, amount) -> wants[0] |= amount > 0 && MigNode.isGpu(resource));
        return wants[0];
    }

    /** Pods that wait for GPUs, the most important first, as kube-scheduler takes them; no more than is looked at with patience. */
    private static List<Task> waiting(Node node) {
        return node.getCluster().getJobs().stream()
                .sorted(Comparator.comparingInt(job -> -job.getPriority()))
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getPhase() == TaskPhase.PENDING
                        && task.getNode() == null
                        && task.getSpec() != null
                        && wantsGpus(task.getSpec()))
                .limit(MOST)
                .toList();
    }

    /** The node under a layout: its other resources stay. */
    private static NodeOffer offer(Node node, MigNode mig, MigLayout layout) {
        Map<String, Long> resources = new TreeMap<>(
                node.getAllocatable() == null ? Map.of() : node.getAllocatable().toMap());
        resources.keySet().removeIf(MigNode::isGpu);
        resources.putAll(offers(mig, layout));
        Map<String, String> labels = new TreeMap<>(
                node.getLabels() == null ? Map.of() : node.getLabels().toMap());
        labels.put(MigNode.PRODUCT, mig.product(layout));
        return new NodeOffer(Resources.of(resources), Labels.of(labels));
    }

    /** Where slices are given out as GPUs, who asks for GPUs and does not say which may need whole ones. */
    private static boolean mayNeedWhole(TaskSpec spec, MigNode mig, MigLayout layout) {
        return mig.single()
                && !layout.perGpu().isEmpty()
                && spec.requests().get(MigNode.GPU) > 0
                && !spec.nodeSelector().get(MigNode.PRODUCT).equals(Optional.of(mig.product(layout)))
                && spec.requiredNodes().stream()
                        .flatMap(term -> term.labels().stream())
                        .noneMatch(requirement -> requirement.key().equals(MigNode.PRODUCT));
    }

    @Override
    public Optional<String> whyNotEvict(PartitionPreview preview) {
        return preview.inTheWay().stream()
                .filter(task -> task.getController() == null)
                .findFirst()
                .map(task -> Texts.of("Partitions.nothingRecreatesThePod", task.getNamespace(), task.getName()));
    }

    @Override
    public Plan plan(PartitionPreview preview, boolean evict, Duration atMost) {
        preview.whyNot()
                .or(() -> evict ? whyNotEvict(preview) : Optional.empty())
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
        String plan = UUID.randomUUID().toString().substring(0, 8);
        return new PartitionPlan(preview, Cordons.of(plan, clock.instant())).build(evict, atMost);
    }
}
