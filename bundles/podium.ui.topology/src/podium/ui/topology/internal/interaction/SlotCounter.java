// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.core.fleet.TpuSlice;
import podium.model.fleet.Cluster;
import podium.placement.Subject;
import podium.placement.advice.AdviceService;
import podium.ui.drag.DragSession;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.model.SlotCounts;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;

/**
 * Counts for the canvas how many slots each domain has of the size of a task of the job that is carried, on the nodes that answer
 * that they take it, whenever they have answered; else of a whole node of the cluster: selecting a job rewrites no header. Then at
 * most once a second, since it looks at every node, and only while the canvas is seen. UI thread.
 */
public final class SlotCounter {
    private static final Duration THROTTLE = Duration.ofSeconds(1);

    private final Control control;
    private final AdviceService advice;
    private final TopologyModel model;
    private final DragSession session;
    private final Repaint count;
    /** While a job is carried: the headers are of the same moment as the lights of the nodes. */
    private final Repaint atOnce;

    private boolean stale;
    private Optional<NodeVerdicts> counted = Optional.empty();

    public SlotCounter(Control control, AdviceService advice, TopologyModel model, DragSession session) {
        this.control = control;
        this.advice = advice;
        this.model = model;
        this.session = session;
        count = Repaint.of(control, THROTTLE, this::count);
        atOnce = Repaint.of(control, Duration.ZERO, this::count);
        new Subscriptions(control).add(session.listen(count::request)).add(model.listen(_ -> {
            if (!model.verdicts().equals(counted)) {
                (session.current().isPresent() ? atOnce : count).request();
            }
        }));
        control.addListener(SWT.Paint, event -> {
            if (stale) {
                count.request();
            }
        });
        count.request();
    }

    /** The fleet changed. */
    public void changed() {
        count.request();
    }

    private void count() {
        stale = !control.isVisible();
        if (!stale) {
            counted = model.verdicts();
            int wanted = session.current().map(SlotCounter::wanted).orElse(0);
            model.slots(model.scene().clusters().stream()
                    .filter(box -> !StateLabels.isListing(box.cluster()))
                    .map(box -> wanted > 0 ? forCarried(box, wanted) : count(box.cluster()))
                    .reduce(SlotCounts.NONE, SlotCounts::and));
        }
    }

    private SlotCounts count(Cluster cluster) {
        int size = usual(cluster);
        return SlotCounts.of(size, advice.slots(cluster, size), slices(cluster));
    }

    /** Not known until all its nodes have answered. */
    private SlotCounts forCarried(Box cluster, int size) {
        return counted.filter(verdicts -> verdicts.isKnown(cluster))
                .map(verdicts -> SlotCounts.forCarried(
                        size,
                        advice.slots(cluster.cluster(), size, node -> model.scene()
                                .box(node)
                                .map(verdicts::most)
                                .orElse(0)),
                        slices(cluster.cluster())))
                .orElse(SlotCounts.NONE);
    }

    /** Of a cluster and its domains, where there are any. */
    static Map<EObject, String> slices(Cluster cluster) {
        TpuSlice.Count all = TpuSlice.count(cluster.getNodes());
        Map<EObject, String> slices = new HashMap<>();
        if (all.all() > 0) {
            slices.put(cluster, all.words());
            DomainTree.outerFirst(cluster)
                    .forEach(domain -> slices.put(
                            domain, TpuSlice.count(DomainTree.nodes(domain)).words()));
        }
        return slices;
    }

    /** The devices of its largest node, at most {@link SlotCounts#USUAL}: where no node has more than four, no slot of eight is news. */
    static int usual(Cluster cluster) {
        return cluster.getNodes().stream()
                .mapToInt(node -> node.getAccelerators().size())
                .filter(devices -> devices > 0)
                .map(devices -> Math.min(devices, SlotCounts.USUAL))
                .max()
                .orElse(SlotCounts.USUAL);
    }

    /** Of the largest task: a slot of so many lies on one node, as a task does. */
    static int wanted(Subject subject) {
        return subject.wholeJob()
                ? Holdings.wantedByOneTask(subject.job())
                : subject.tasks().stream()
                        .mapToInt(task -> Holdings.wanted(List.of(task)))
                        .max()
                        .orElse(0);
    }
}
