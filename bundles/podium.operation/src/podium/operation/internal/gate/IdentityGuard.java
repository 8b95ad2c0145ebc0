// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.failure.FailureText;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RetryBackoff;
import podium.operation.internal.run.RunHost;
import podium.operation.plan.KindCatalog;
import podium.operation.texts.Texts;

/**
 * Stands between an operation and its cluster: lets through only to the cluster and as the person it was begun with, while that is
 * not locked. The connection is asked for at every call, so a closed one is never used again. Who answers is asked anew when the
 * connection is another one, when a call went wrong (a swapped server breaks what was open to it), and every two seconds. Any
 * thread.
 */
public final class IdentityGuard {
    /** How long an answer to who is there counts while all goes well. */
    static final Duration TRUST = Duration.ofSeconds(2);

    /** What lies behind the gate, for one call. */
    public record Link(ObjectWriter writer, ObjectReader reader, KindCatalog kinds) {}

    private final JournaledOperation ledger;
    private final EngineServices tools;
    private final OperationSignals signals;
    private final RunHost host;
    private @Nullable ClusterConnection known;
    private Instant checked = Instant.MIN;

    public IdentityGuard(JournaledOperation ledger, EngineServices tools, OperationSignals signals, RunHost host) {
        this.ledger = ledger;
        this.tools = tools;
        this.signals = signals;
        this.host = host;
    }

    /**
     * Records where and as whom it is begun, when it is not recorded yet and nothing was sent. Why it cannot be, or is not what was
     * approved; empty: it is. Blocks.
     */
    public Optional<String> begin() {
        return identify().or(() -> ApprovalBroker.elsewhere(ledger.approval(), ledger.session()));
    }

    private Optional<String> identify() {
        Optional<ClusterConnection> open = tools.connections().apply(cluster());
        if (open.isEmpty() || ledger.session().isPresent()) {
            return why();
        }
        Optional<SessionIdentityReader> reader = open.get().capability(SessionIdentityReader.class);
        if (reader.isEmpty()) {
            host.say(Texts.of("IdentityGuard.thisConnectionCannotSay"), false);
            return why();
        }
        try {
            host.identified(reader.get().read(), tools.simulated().test(cluster()));
            return why();
        } catch (IOException e) {
            return Optional.of(unasked(e));
        }
    }

    /** Why nothing may be sent now, asked anew; empty: it may. Blocks. */
    public Optional<String> why() {
        doubt();
        try {
            return pass().why();
        } catch (IOException e) {
            return Optional.of(unasked(e));
        }
    }

    /** The way to the cluster; the operation pauses until it is free. */
    Link link() throws OperationSignals.Stopped {
        RetryBackoff patience = new RetryBackoff(signals, tools.timing(), host);
        while (true) {
            signals.checkpoint();
            try {
                Passage passage = pass();
                if (passage.link().isPresent()) {
                    return passage.link().get();
                }
                // what is said stays while it is paused, and the cluster may be open again by then
                host.pauses(
                        tools.connections().apply(cluster()).isEmpty()
                                ? Texts.of("IdentityGuard.pausedWhenItsCluster", cluster())
                                : Texts.of(
                                        "IdentityGuard.pausedNothingFurtherIs",
                                        passage.why().orElse("")));
            } catch (IOException e) {
                patience.failed(unasked(e));
            }
        }
    }

    /** The way to the cluster when it is free now, for what need not be done. */
    public Optional<Link> linkNow() {
        try {
            return pass().link();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A call went wrong: who answers the next one is not known. */
    synchronized void doubt() {
        known = null;
    }

    /** Either the way or why there is none. */
    private record Passage(Optional<Link> link, Optional<String> why) {
        static Passage barred(String why) {
            return new Passage(Optional.empty(), Optional.of(why));
        }
    }

    private synchronized Passage pass() throws IOException {
        Optional<ClusterConnection> found = tools.connections().apply(cluster());
        if (found.isEmpty()) {
            return Passage.barred(Texts.of("IdentityGuard.theClusterIsNot", cluster()));
        }
        ClusterConnection open = found.get();
        Optional<String> why = tools.locked().apply(cluster());
        if (why.isEmpty() && !(open == known && isFresh())) {
            Instant now = tools.clock().instant();
            Optional<SessionIdentityReader> reader = open.capability(SessionIdentityReader.class);
            why = reader.isEmpty() ? unnamed() : difference(reader.get().read());
            known = why.isEmpty() ? open : null;
            checked = now;
        }
        return why.map(Passage::barred).orElseGet(() -> way(open));
    }

    private static Passage way(ClusterConnection open) {
        Optional<ObjectWriter> writer = open.capability(ObjectWriter.class);
        Optional<ObjectReader> reader = open.capability(ObjectReader.class);
        return writer.isEmpty() || reader.isEmpty()
                ? Passage.barred(
                        writer.isEmpty()
                                ? Texts.of("IdentityGuard.thisConnectionCannotWrite")
                                : Texts.of("IdentityGuard.thisConnectionCannotRead"))
                : new Passage(
                        Optional.of(new Link(
                                writer.get(),
                                reader.get(),
                                open.capability(KindCatalog.class).orElseGet(KindCatalog::none))),
                        Optional.empty());
    }

    private boolean isFresh() {
        Duration age = Duration.between(checked, tools.clock().instant());
        return !age.isNegative() && age.compareTo(TRUST) < 0;
    }

    private Optional<String> unnamed() {
        return ledger.session()
                .map(begun ->
                        Texts.of("IdentityGuard.thisWasBegunAs", ResumeCheck.person(begun), begun.server(), cluster()));
    }

    /** What was never begun may be looked at as whoever is there; {@link #begin} records who before it is gone on with. */
    private Optional<String> difference(SessionIdentity now) {
        return ledger.session()
                .map(begun -> ResumeCheck.difference(begun, now, cluster().toString()))
                .orElseGet(() -> ledger.isUntouched()
                        ? Optional.empty()
                        : Optional.of(Texts.of("IdentityGuard.onWhichClusterAnd")));
    }

    private static String unasked(IOException e) {
        return Texts.of("IdentityGuard.whichClusterAnswersAnd", FailureText.sentence(e));
    }

    private ClusterId cluster() {
        return ledger.plan().cluster();
    }
}
