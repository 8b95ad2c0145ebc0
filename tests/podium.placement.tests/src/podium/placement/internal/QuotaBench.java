// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Subject;
import podium.placement.Verdict;

/** A cluster of two kinds of nodes, with queues as their objects tell them. */
public final class QuotaBench implements AutoCloseable {
    public static final String GPU = "nvidia.com/gpu";
    public static final LabelSelector ANY = new LabelSelector(Labels.none(), List.of());

    public final FleetBench fleet = new FleetBench();
    public final PlacementServiceImpl placement = new PlacementServiceImpl(fleet.service);

    /** Nodes h1 and a1 with 8 GPUs each. */
    public QuotaBench() {
        fleet.show(Seen.gpuNode("h1", 8, "gpu", "h100"), Seen.gpuNode("a1", 8, "gpu", "a100"));
        fleet.show(new Change.FactSeen(new SchedulingObject.Namespace("team", Labels.of("owner", "a"))));
    }

    public QuotaBench know(SchedulingObject... facts) {
        for (SchedulingObject fact : facts) {
            fleet.show(new Change.FactSeen(fact));
        }
        return this;
    }

    /** A job "train" of the namespace "team" that wants so many tasks of 8 GPUs each. */
    public QuotaBench job(String queue, boolean suspended, int tasks) {
        return job(queue, suspended, tasks, Seen.asks(8));
    }

    public QuotaBench job(String queue, boolean suspended, int tasks, TaskSpec spec) {
        fleet.show(Seen.job("train", suspended, tasks, spec, queue), new Change.Listed("Pod", 0));
        return this;
    }

    public Verdict verdict(String node) {
        return placement.verdicts(new Subject(fleet.job("train"), List.of())).get(fleet.node(node));
    }

    /** A door "gold" of the namespace to ClusterQueue "cq". */
    public static SchedulingObject door() {
        return new SchedulingObject.LocalQueue("team", "gold", "cq", false);
    }

    public static SchedulingObject.Granted granted(String flavor, long nominal) {
        return new SchedulingObject.Granted(flavor, GPU, nominal, OptionalLong.empty(), OptionalLong.empty());
    }

    public static SchedulingObject.ClusterQueue queue(
            String name, String cohort, long used, SchedulingObject.Granted... quotas) {
        return queue(name, cohort, Map.of(quotas[0].flavor(), gpus(used)), quotas);
    }

    public static SchedulingObject.ClusterQueue queue(
            String name, String cohort, Map<String, Resources> used, SchedulingObject.Granted... quotas) {
        return new SchedulingObject.ClusterQueue(
                name,
                cohort,
                List.of(List.of(GPU)),
                List.of(quotas),
                used,
                ANY,
                "",
                SchedulingObject.Preemption.NEVER,
                List.of());
    }

    public static SchedulingObject flavor(String name) {
        return new SchedulingObject.ResourceFlavor(name, Labels.of("gpu", name), List.of(), List.of(), "");
    }

    public static Resources gpus(long count) {
        return Resources.of(Map.of(GPU, count));
    }

    @Override
    public void close() throws Exception {
        placement.close();
    }
}
