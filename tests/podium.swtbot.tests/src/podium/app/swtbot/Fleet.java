// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.Named;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.ui.selection.FleetSelection;

/** What the console knows of the fleet, what is selected in it and what was done to it. Any thread but the UI thread. */
final class Fleet {
    private static final Duration OPERATION = Duration.ofMinutes(5); // a drain waits for its pods to end
    private final Console console;
    private final FleetService fleet;
    private final OperationService operations;

    Fleet(Console console) {
        this.console = console;
        fleet = console.service(FleetService.class);
        operations = console.service(OperationService.class);
    }

    /** The open cluster of that name, once it is live. */
    Cluster live(String name) {
        console.await(name + " is live", () -> cluster(name)
                .filter(cluster -> console.ask(() -> cluster.getConnection() == ConnectionState.LIVE))
                .isPresent());
        return cluster(name).orElseThrow();
    }

    /** A simulated fleet says so in its name as soon as a real cluster of that name is open beside it. */
    Optional<Cluster> cluster(String name) {
        return console.ask(() -> fleet.fleet().getClusters().stream()
                .filter(cluster ->
                        cluster.getName().equals(name) || cluster.getName().equals(name + " (simulated)"))
                .findFirst());
    }

    /** The nodes for which that holds, which is asked on the UI thread. */
    List<Node> nodes(Predicate<Node> which) {
        return console.ask(() -> clusters()
                .flatMap(cluster -> cluster.getNodes().stream())
                .filter(which)
                .toList());
    }

    /** The job of that name. */
    Optional<Job> job(String name) {
        return console.ask(() -> clusters()
                .flatMap(cluster -> cluster.getJobs().stream())
                .filter(job -> job.getName().equals(name))
                .findFirst());
    }

    /** The job of that name, once it is there. */
    Job known(String job) {
        console.await("the job " + job, () -> job(job).isPresent());
        return job(job).orElseThrow();
    }

    private Stream<Cluster> clusters() {
        return fleet.fleet().getClusters().stream();
    }

    /** The names of what is selected. */
    List<String> selected() {
        FleetSelection selection = console.inContext(FleetSelection.class);
        return console.ask(() -> selection.get().stream()
                .map(thing -> thing instanceof Named named ? named.getName() : "")
                .toList());
    }

    /** The newest operation of a kind that is none of those before, once it has ended. */
    Operation ended(String kind, List<String> before) {
        console.await(OPERATION, "an operation " + kind + " has ended", () -> operation(kind, before)
                .filter(operation -> operation.state().ended())
                .isPresent());
        return operation(kind, before).orElseThrow();
    }

    private Optional<Operation> operation(String kind, List<String> before) {
        return operations.operations().stream()
                .filter(operation -> operation.plan().kind().equals(kind) && !before.contains(operation.id()))
                .findFirst();
    }

    /** The operations that are known now. */
    List<String> operations() {
        return operations.operations().stream().map(Operation::id).toList();
    }
}
