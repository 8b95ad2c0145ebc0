// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Predicate;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.operation.OperationService;
import podium.operation.internal.journal.JournalRecord;

/**
 * What a run works with; shared by all operations of an engine.
 *
 * @param connections the open connection of a cluster, asked for each time: a closed one is never used again
 * @param simulated whether an open cluster is a simulated one
 * @param locked why nothing may be sent to a cluster; empty: it may
 * @param holder who runs operations here, for others to see; empty: nothing is marked
 * @param operations all of them, for one that has its other half in another cluster
 */
public record EngineServices(
        RecordSink journal,
        Function<ClusterId, Optional<ClusterConnection>> connections,
        Predicate<ClusterId> simulated,
        Function<ClusterId, Optional<String>> locked,
        ExecutorService threads,
        EngineTiming timing,
        InstantSource clock,
        Optional<String> holder,
        OperationService operations) {

    /** Where records go. */
    public interface RecordSink {
        void append(JournalRecord entry) throws IOException;
    }
}
