// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetRealm;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.internal.PlacementServiceImpl;
import podium.placement.internal.advice.AdviceServiceImpl;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.jobs.JobColumns;
import podium.ui.jobs.JobTableModel;
import podium.ui.label.SameClusters;
import podium.ui.label.WaitingJobs;
import podium.ui.topology.internal.model.TopologyModel;

/** The fleet and all that follows it, wired as the parts wire it, in the test's own thread. */
final class Console implements FleetRealm {
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final FleetServiceImpl service = new FleetServiceImpl(this, DomainLevel.presets(), 1_000_000);
    private final Map<String, List<Change>> said = new LinkedHashMap<>();
    private final Map<String, ChangeSink> sinks = new HashMap<>();
    /** Of what was closed. */
    private final Map<String, ChangeSink> ended = new HashMap<>();

    final PlacementService placement = new PlacementServiceImpl(service);
    final AdviceServiceImpl advice = new AdviceServiceImpl(placement);
    final FleetTreeModel tree = new FleetTreeModel();
    final JobTableModel jobs = new JobTableModel(JobColumns.all(InstantSource.fixed(Made.NOW)));
    final TopologyModel stage = new TopologyModel(service.fleet());
    final WaitingJobs waiting = new WaitingJobs(service.fleet(), new SameClusters(_ -> ""));

    Console() {
        jobs.load(service.fleet());
        service.listen(this::changed);
    }

    Fleet fleet() {
        return service.fleet();
    }

    private void changed(FleetDelta delta) {
        tree.changed(delta);
        jobs.apply(delta);
        if (stage.fits(delta)) {
            stage.refresh(delta);
        } else {
            stage.rebuild();
        }
        waiting.changed(delta);
    }

    void take(Step step, World world) {
        boolean was = step instanceof Step.Open open && world.isOpen(open.cluster());
        world.take(step);
        switch (step) {
            case Step.Say say ->
                said.computeIfAbsent(say.cluster(), name -> new ArrayList<>()).add(say.change());
            case Step.Look() -> look();
            case Step.Close close -> {
                look();
                service.end(new ClusterId(close.cluster()));
                look();
                ended.put(close.cluster(), sinks.getOrDefault(close.cluster(), (_, _) -> {}));
            }
            case Step.Late late ->
                ended.getOrDefault(late.cluster(), (_, _) -> {})
                        .accept(new ClusterId(late.cluster()), List.of(late.change()));
            case Step.Open open
            when !was -> {
                look();
                open(open.cluster(), world.all(open.cluster(), open.seed()));
            }
            case Step.Open _ -> look();
        }
    }

    void open(String cluster, List<Change> all) {
        sinks.put(cluster, service.begin(new ClusterId(cluster), "context", true));
        said.put(cluster, new ArrayList<>(all));
    }

    /** Tells the views and uses them, so that what they keep is kept. */
    void look() {
        said.forEach((cluster, changes) ->
                sinks.getOrDefault(cluster, (_, _) -> {}).accept(new ClusterId(cluster), changes));
        said.clear();
        while (!work.isEmpty()) {
            work.poll().run();
        }
        jobs.jobs();
        tree.rows(fleet());
        for (Cluster cluster : fleet().getClusters()) {
            cluster.getNodes().forEach(placement::room);
            cluster.getJobs().stream().limit(2).forEach(job -> placement.verdicts(new Subject(job, List.of())));
        }
    }

    @Override
    public void execute(Runnable run) {
        work.add(run);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }
}
