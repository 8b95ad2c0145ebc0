// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.AcceleratorDrivers;
import podium.core.fleet.AcceleratorKind;
import podium.model.fleet.Node;
import podium.model.value.Resources;
import podium.placement.FragmentationEffect;
import podium.placement.internal.dra.DeviceIndex;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.NodeRooms;
import podium.placement.internal.rule.GpuSharesCheck;
import podium.placement.internal.rule.NodeScores;
import podium.placement.internal.task.TaskProbe;
import podium.placement.internal.verdict.SubjectVerdicts;

/** What one task of a subject would do to what is free on a node it fits on. In the realm. */
final class TaskEffect {
    private TaskEffect() {}

    static FragmentationEffect of(SubjectVerdicts verdicts, ClusterIndex index, int row, Node node) {
        TaskProbe probe = verdicts.probe;
        NodeScores scores = new NodeScores(probe, index);
        NodeScores.Effect effect = scores.effect(row, node);
        if (!probe.spec.resourceClaims().isEmpty()) {
            Optional<DeviceIndex.Stock> stock = index.offered().stock(index.offers(row, node));
            if (stock.isPresent()) {
                long taken = verdicts.check().allocation(row).values().stream()
                        .flatMap(List::stream)
                        .filter(device -> AcceleratorDrivers.is(device.id().driver()))
                        .count();
                double left = Math.max(0, stock.get().free() - taken);
                return new FragmentationEffect(0, left, 0, effect.near(), scores.hasSiblings());
            }
        }
        Resources asked = probe.spec.requests();
        Map<String, Integer> parts = NodeRooms.parts(asked, node);
        if (!parts.isEmpty()) {
            TaskProbe.@Nullable Credit credit = probe.credit(node);
            Map<String, Integer> back = credit == null ? Map.of() : NodeRooms.parts(credit.requests(), node);
            Map<String, Integer> free = NodeRooms.of(index, row, node).parts();
            Map<String, Integer> left = new TreeMap<>();
            parts.forEach((profile, count) -> left.put(
                    profile, Math.max(0, free.getOrDefault(profile, 0) + back.getOrDefault(profile, 0) - count)));
            return new FragmentationEffect(
                    0,
                    0,
                    OptionalDouble.empty(),
                    0,
                    effect.near(),
                    scores.hasSiblings(),
                    AcceleratorKind.isAskedWhole(asked) ? parts : Map.of(),
                    left);
        }
        GpuSharesCheck shares = new GpuSharesCheck(probe, index);
        if (shares.concerns(row) || index.devices(row) == 0) {
            return new FragmentationEffect(
                    0, 0, shares.left(node), 0, effect.near(), scores.hasSiblings(), Map.of(), Map.of());
        }
        return new FragmentationEffect(
                effect.stranded(),
                index.demand().stranded(effect.left()),
                OptionalDouble.of(effect.left().free()),
                index.demand().withoutCores(effect.left()),
                effect.near(),
                scores.hasSiblings(),
                Map.of(),
                Map.of());
    }
}
