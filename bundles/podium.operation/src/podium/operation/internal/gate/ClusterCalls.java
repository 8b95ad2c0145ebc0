// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.api.WriteResult;
import podium.core.failure.FailureText;
import podium.core.json.Json;
import podium.operation.internal.journal.SecretRefusal;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RetryBackoff;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.write.NamespaceContent;
import podium.operation.plan.KindCatalog;
import podium.operation.texts.Texts;

/**
 * A running operation's calls to its cluster. Reads are repeated until they are answered; when the cluster stays silent for
 * longer than the patience, the operation pauses itself and waits for the operator.
 */
public final class ClusterCalls {
    private final IdentityGuard gate;
    private final Optional<OperationMarks> claims;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final RunHost host;

    public ClusterCalls(
            IdentityGuard gate,
            Optional<OperationMarks> claims,
            OperationSignals signals,
            EngineTiming timing,
            RunHost host) {
        this.gate = gate;
        this.claims = claims;
        this.signals = signals;
        this.timing = timing;
        this.host = host;
    }

    /** Asks the server whether it would take a write; nothing is changed. */
    public WriteResult rehearse(ApiWrite write) throws OperationSignals.Stopped {
        return watched(gate.link().writer().send(write, true));
    }

    /** Sends it as it stands, but for the version that our own mark has moved on. */
    public WriteResult send(ApiWrite write) throws OperationSignals.Stopped {
        if (SecretRefusal.isGone(write)) {
            return new WriteResult.Refused(422, "Gone", SecretRefusal.GONE, List.of(), Optional.empty());
        }
        IdentityGuard.Link link = gate.link();
        return watched(link.writer().send(current(write), false));
    }

    /** Sends it when nothing stands in the way; nobody waits for it. */
    Optional<WriteResult> sendNow(ApiWrite write) {
        return gate.linkNow().map(link -> watched(link.writer().send(current(write), false)));
    }

    /** A write as it is sent: for the version that our own mark has moved on. */
    public ApiWrite current(ApiWrite write) {
        return claims.map(own -> own.current(write)).orElse(write);
    }

    /** A server that does not answer, or does not know us any more, may be another one at the next call. */
    private WriteResult watched(WriteResult result) {
        if (result instanceof WriteResult.Unanswered
                || result instanceof WriteResult.Refused refused && refused.status() == 401) {
            gate.doubt();
        }
        return result;
    }

    /** The operation goes on: its marks are renewed in time. */
    private void alive() throws OperationSignals.Stopped {
        if (claims.isPresent()) {
            claims.get().renewIfDue(this);
        }
    }

    public Optional<JsonNode> read(ObjectRef ref) throws OperationSignals.Stopped {
        alive();
        RetryBackoff patience = patience();
        while (true) {
            try {
                return gate.link().reader().read(ref).map(Json::read);
            } catch (IOException | IllegalArgumentException e) {
                gate.doubt();
                patience.failed(Texts.of("ClusterCalls.cannotRead", ref.displayName(), FailureText.of(e)));
            }
        }
    }

    /** What the clock of the server shows when the one here shows this: marks are judged by one clock for all. */
    Instant serverTime(Instant here) throws OperationSignals.Stopped {
        return gate.link().reader().serverTime(here);
    }

    /** The object as it is now, with nobody waiting for it; no answer: it cannot be told whether it is there. */
    public Optional<Optional<JsonNode>> glanced(ObjectRef ref) {
        try {
            Optional<IdentityGuard.Link> link = gate.linkNow();
            return link.isEmpty()
                    ? Optional.empty()
                    : Optional.of(link.get().reader().read(ref).map(Json::read));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The object as it is now, for the words of an outcome; empty when it is gone or cannot be read at once. */
    public Optional<JsonNode> glance(ObjectRef ref) {
        return glanced(ref).flatMap(found -> found);
    }

    /** What a collection has now, for the words of a wait; none where it cannot be read at once. */
    public List<JsonNode> glanced(ObjectRef collection, String labels) {
        return glanced(collection, labels, "");
    }

    /** The same, of those only whose fields are so. */
    public List<JsonNode> glanced(ObjectRef collection, String labels, String fields) {
        try {
            Optional<IdentityGuard.Link> link = gate.linkNow();
            return link.isEmpty()
                    ? List.of()
                    : link.get().reader().list(collection, labels, fields).stream()
                            .map(Json::read)
                            .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** What is known of kinds of workload. */
    public KindCatalog kinds() throws OperationSignals.Stopped {
        return gate.link().kinds();
    }

    public List<JsonNode> list(ObjectRef collection, String labels, String fields) throws OperationSignals.Stopped {
        alive();
        RetryBackoff patience = patience();
        while (true) {
            try {
                return gate.link().reader().list(collection, labels, fields).stream()
                        .map(Json::read)
                        .toList();
            } catch (IOException | IllegalArgumentException e) {
                gate.doubt();
                patience.failed(Texts.of("ClusterCalls.cannotList", collection.resource(), FailureText.of(e)));
            }
        }
    }

    /** The same, where it may be read; empty: it may not. */
    public Optional<List<JsonNode>> listed(ObjectRef collection, String labels) throws OperationSignals.Stopped {
        return asked(
                        Texts.of("ClusterCalls.cannotListThem", collection.resource()),
                        reader -> reader.list(collection, labels, ""))
                .map(found -> found.stream().map(Json::read).toList());
    }

    /** What others have put into a namespace, as it is now. */
    public NamespaceContent content(ObjectRef namespace, Set<String> ours) throws OperationSignals.Stopped {
        return NamespaceContent.of(
                namespace,
                kinds().collections(namespace.name()),
                ours,
                new NamespaceContent.Server<OperationSignals.Stopped>() {
                    @Override
                    public Optional<List<ObjectRef>> collections(String name) throws OperationSignals.Stopped {
                        return asked(Texts.of("ClusterCalls.cannotAskWhatThere", name), reader -> reader.served(name))
                                .flatMap(found -> found);
                    }

                    @Override
                    public Optional<List<JsonNode>> list(ObjectRef kind) throws OperationSignals.Stopped {
                        boolean named = NamespaceContent.isSecret(kind);
                        return asked(
                                        Texts.of("ClusterCalls.cannotListThem", kind.resource()),
                                        reader -> named ? reader.names(kind) : reader.list(kind, "", ""))
                                .map(found -> found.stream().map(Json::read).toList());
                    }
                });
    }

    /** A question to the server. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(ObjectReader reader) throws IOException;
    }

    /** The answer, repeated until there is one; empty: it may not be read. */
    private <T> Optional<T> asked(String failure, Question<T> question) throws OperationSignals.Stopped {
        alive();
        RetryBackoff patience = patience();
        while (true) {
            try {
                return Optional.of(question.ask(gate.link().reader()));
            } catch (IOException | IllegalArgumentException e) {
                if (e instanceof ReadRefused refused && (refused.forbidden() || refused.isBarred())) {
                    return Optional.empty();
                }
                gate.doubt();
                patience.failed(failure + ": " + FailureText.of(e));
            }
        }
    }

    public RetryBackoff patience() {
        return new RetryBackoff(signals, timing, host);
    }
}
