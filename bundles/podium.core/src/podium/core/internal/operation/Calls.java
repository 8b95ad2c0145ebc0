// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import podium.core.operation.OperationState;
import podium.core.port.ApiWrite;
import podium.core.port.ObjectReader;
import podium.core.port.ObjectRef;
import podium.core.port.ObjectWriter;
import podium.core.port.WriteResult;

/**
 * A running operation's calls to its cluster. Reads are repeated until they are answered; when the cluster stays silent for
 * longer than the patience, the operation pauses itself and waits for the operator.
 */
final class Calls {
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final Optional<Claims> claims;
    private final Signals signals;
    private final Timing timing;
    private final RunHost host;

    Calls(
            ObjectWriter writer,
            ObjectReader reader,
            Optional<Claims> claims,
            Signals signals,
            Timing timing,
            RunHost host) {
        this.writer = writer;
        this.reader = reader;
        this.claims = claims;
        this.signals = signals;
        this.timing = timing;
        this.host = host;
    }

    /** Asks the server whether it would take a write; nothing is changed. */
    WriteResult rehearse(ApiWrite write) {
        return writer.send(write, true);
    }

    /** Sends it as it stands, but for the version that our own mark has moved on. */
    WriteResult send(ApiWrite write) {
        return writer.send(claims.map(own -> own.current(write)).orElse(write), false);
    }

    /** The operation goes on: its marks are renewed in time. */
    private void alive() throws Signals.Stopped {
        if (claims.isPresent()) {
            claims.get().renewIfDue(this);
        }
    }

    Optional<JsonNode> read(ObjectRef ref) throws Signals.Stopped {
        alive();
        Patience patience = patience();
        while (true) {
            try {
                return reader.read(ref).map(Json::read);
            } catch (IOException | IllegalArgumentException e) {
                patience.failed("cannot read " + name(ref) + ": " + e.getMessage());
            }
        }
    }

    List<JsonNode> list(ObjectRef collection, String labels, String fields) throws Signals.Stopped {
        alive();
        Patience patience = patience();
        while (true) {
            try {
                return reader.list(collection, labels, fields).stream()
                        .map(Json::read)
                        .toList();
            } catch (IOException | IllegalArgumentException e) {
                patience.failed("cannot list " + collection.resource() + ": " + e.getMessage());
            }
        }
    }

    Patience patience() {
        return new Patience();
    }

    /** An object as the operator knows it: "Pod team-a/web-0". */
    static String name(ObjectRef ref) {
        return ref.kind() + " " + (ref.namespace().isEmpty() ? "" : ref.namespace() + "/") + ref.name();
    }

    /** Waits between tries, each longer than the one before; pauses the operation when it has tried for long enough. */
    final class Patience {
        private Signals.Deadline end = signals.deadline(timing.patience());
        private int attempts;

        /** How often it has failed so far. */
        int attempts() {
            return attempts;
        }

        /** Returns when it is time to try again. */
        void failed(String why) throws Signals.Stopped {
            if (end.passed()) {
                signals.pause();
                host.moved(
                        OperationState.PAUSED,
                        "Paused: " + why + ". Resume when the cluster answers again; what was done is recorded.");
                signals.checkpoint();
                end = signals.deadline(timing.patience());
                attempts = 0;
            }
            host.status("Trying again: " + why);
            await(timing.backoff(attempts++, ThreadLocalRandom.current().nextDouble()));
        }

        /** Waits as long as the server asked for. */
        void await(Duration time) throws Signals.Stopped {
            signals.await(time);
        }
    }
}
