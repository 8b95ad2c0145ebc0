// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.submit;

import java.util.ArrayList;
import java.util.List;
import podium.model.fleet.Cluster;
import podium.operation.submit.ClusterComparison.Reading;
import podium.operation.submit.ClusterComparison.Subject;
import podium.operation.submit.TransferCompiler.Dispatch;
import podium.operation.submit.TransferCompiler.Worker;

/**
 * What a dispatcher says of each cluster: at its own cluster all of it, at the others what it says of one of that name. Its names are its
 * own, and so one that is called as no open cluster is told at its own alone. In the realm.
 */
final class DispatchNotes {
    private DispatchNotes() {}

    /** The reading with it. */
    static Reading with(Subject subject, Reading reading, boolean here) {
        if (subject.dispatch().isEmpty()) {
            return reading;
        }
        List<String> notes = new ArrayList<>();
        Dispatch dispatch = subject.dispatch().get();
        if (here) {
            notes.add(dispatch.why());
            dispatch.workers().forEach(worker -> notes.add(worker.name() + ": " + worker.words()));
        } else {
            dispatch.workers().stream()
                    .filter(worker -> isCalled(worker, reading.cluster()))
                    .map(Worker::words)
                    .forEach(notes::add);
        }
        notes.addAll(reading.notes());
        return new Reading(reading.cluster(), reading.manifest(), reading.against(), notes);
    }

    private static boolean isCalled(Worker worker, Cluster cluster) {
        return worker.name().equals(cluster.getName()) || worker.name().equals(cluster.getContext());
    }
}
