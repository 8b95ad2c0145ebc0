// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.plan.Step;

/**
 * Names by uid the object that a write is for. What the operation itself wrote before is known by the uid that was answered; else
 * the object is read, and its uid is on the disk before anything is sent: after a crash or a lost answer a later object of the same
 * name is spared.
 */
public final class UidPreconditions {
    private final JournaledOperation ledger;
    private final ClusterCalls calls;
    private final RunHost host;
    private final InstantSource clock;

    UidPreconditions(JournaledOperation ledger, ClusterCalls calls, RunHost host, InstantSource clock) {
        this.ledger = ledger;
        this.calls = calls;
        this.host = host;
        this.clock = clock;
    }

    /** A step's write with the uid of its object. */
    Step.Write named(Step.Write step, int index, int part) throws OperationSignals.Stopped {
        return step.with(named(step.write(), index, part));
    }

    /** The write with the uid of its object; as it is when it has one, makes one, or there is no such object. */
    private ApiWrite named(ApiWrite write, int step, int part) throws OperationSignals.Stopped {
        if (write.uid().isPresent() || write.verb() == ApiWrite.Verb.CREATE) {
            return write;
        }
        Optional<String> known = ledger.pin(step, part, false);
        if (known.isEmpty()) {
            known = ledger.uidBefore(write.target().path(), step);
        }
        return known.isPresent() ? with(write, known.get()) : pin(write, step, part, false);
    }

    /** The same for a write that takes a part of a step back, whose object is known as it was read. */
    ApiWrite namedBack(ApiWrite undo, int step, int part, JsonNode found) {
        if (undo.uid().isPresent() || undo.verb() == ApiWrite.Verb.CREATE) {
            return undo;
        }
        return with(undo, pinned(step, part, true, Json.uid(found)));
    }

    private ApiWrite pin(ApiWrite write, int step, int part, boolean back) throws OperationSignals.Stopped {
        Optional<JsonNode> found = calls.read(write.target());
        return found.isEmpty() ? write : with(write, pinned(step, part, back, Json.uid(found.get())));
    }

    private String pinned(int step, int part, boolean back, String uid) {
        Optional<String> known = ledger.pin(step, part, back);
        if (known.isEmpty()) {
            host.append(new JournalRecord.Pinned(ledger.id(), clock.instant(), step, part, back, uid));
        }
        return known.orElse(uid);
    }

    public static ApiWrite with(ApiWrite write, String uid) {
        return uid.isEmpty() || write.uid().isPresent()
                ? write
                : new ApiWrite(
                        write.verb(),
                        write.target(),
                        write.subresource(),
                        write.body(),
                        Optional.of(uid),
                        write.resourceVersion(),
                        write.words());
    }
}
