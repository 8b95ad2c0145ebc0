// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.operation.internal.drain.Cordons;
import podium.operation.partition.MigLayout;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/** Re-partitions as previews and plans. In the realm. */
@Component(service = PartitionService.class)
public final class Partitions implements PartitionService {
    private final InstantSource clock;

    /** Re-partitions at the time of this machine. */
    @Activate
    public Partitions() {
        this(InstantSource.system());
    }

    Partitions(InstantSource clock) {
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
        return MigProducts.layouts(mig.product()).stream()
                .map(layout -> preview(node, mig, layout, inTheWay))
                .toList();
    }

    private static PartitionPreview preview(Node node, MigNode mig, MigLayout layout, List<Task> inTheWay) {
        Map<String, Long> offers = mig.single() && layout.perGpu().size() > 1 ? Map.of() : mig.offers(layout);
        return new PartitionPreview(
                node, layout, offers, inTheWay, served(node, mig, layout, offers), whyNot(mig, layout));
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

    /** Pods that wait for what the node would offer and does not now; no more of them than it has room for. */
    private static Map<String, Integer> served(Node node, MigNode mig, MigLayout layout, Map<String, Long> offers) {
        Map<String, Long> left = new TreeMap<>(offers);
        Map<String, Integer> served = new TreeMap<>();
        node.getCluster().getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getPhase() == TaskPhase.PENDING && task.getSpec() != null)
                .map(Task::getSpec)
                .filter(spec -> wantsProduct(spec, mig.product(layout)))
                .forEach(spec -> spec.requests().forEach((resource, amount) -> {
                    long rest = left.getOrDefault(resource, 0L);
                    boolean isNew = node.getCapacity() == null
                            || node.getCapacity().get(resource) < offers.getOrDefault(resource, 0L);
                    if (MigNode.isGpu(resource) && amount > 0 && amount <= rest && isNew) {
                        left.put(resource, rest - amount);
                        served.merge(resource, 1, Integer::sum);
                    }
                }));
        return served;
    }

    private static boolean wantsProduct(TaskSpec spec, String product) {
        return spec.nodeSelector()
                .get(MigNode.PRODUCT)
                .filter(wanted -> !wanted.equals(product))
                .isEmpty();
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
