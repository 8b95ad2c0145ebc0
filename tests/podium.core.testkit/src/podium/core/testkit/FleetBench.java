// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetRealm;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** A fleet service in the test's own thread: what is put into the sink is applied when {@link #show} returns. */
public final class FleetBench implements FleetRealm {
    public static final ClusterId ID = new ClusterId("alpha");

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    public final List<FleetDelta> deltas = new ArrayList<>();
    public final FleetServiceImpl service = new FleetServiceImpl(this, DomainLevel.presets(), 100_000);
    public final Cluster cluster = service.add(ID, "context", true);

    public FleetBench() {
        service.listen(deltas::add);
    }

    @Override
    public void execute(Runnable run) {
        work.add(run);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    public FleetBench show(Change... changes) {
        return show(List.of(changes));
    }

    public FleetBench show(List<? extends Change> changes) {
        service.sink().accept(ID, List.copyOf(changes));
        while (!work.isEmpty()) {
            work.poll().run();
        }
        return this;
    }

    public Node node(String name) {
        return cluster.getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Job job(String name) {
        return cluster.getJobs().stream()
                .filter(job -> job.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Task task(String name) {
        return cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> task.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public List<Integer> indexes(Task task) {
        return task.getAccelerators().stream()
                .map(Accelerator::getIndex)
                .sorted()
                .toList();
    }
}
