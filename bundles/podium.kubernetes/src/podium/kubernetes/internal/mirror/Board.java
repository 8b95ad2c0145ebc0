// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;
import podium.kubernetes.internal.json.Kind;
import podium.kubernetes.internal.transport.Failures;
import podium.model.fleet.ConnectionState;

/**
 * Makes one state of the connection out of the states of its feeds, and tells it when it changes. A required kind decides
 * whether the cluster is live; another one that cannot be read is named beside a live cluster. Any thread.
 */
final class Board {
    /** How a feed stands. */
    private enum Standing {
        STARTING,
        LIVE,
        BROKEN,
        REFUSED,
        /** The credentials are not accepted: this counts for the whole cluster. */
        UNKNOWN_USER,
        MISSING
    }

    private record Entry(Standing standing, Instant since, Failures.Words words) {}

    private static final Failures.Words NOTHING = new Failures.Words("", "");

    private final String server;
    private final Timing timing;
    private final InstantSource clock;
    private final Pulse pulse;
    private final Consumer<Change> outlet;
    private final Map<Kind, Entry> entries = new LinkedHashMap<>();
    private final Map<Kind, String> narrowed = new LinkedHashMap<>();
    private String version = "";
    private boolean everLive;
    private boolean closed;
    private Failures.@Nullable Words unreachable;
    private Change.@Nullable ConnectionChanged told;

    Board(String server, Timing timing, InstantSource clock, Pulse pulse, Consumer<Change> outlet) {
        this.server = server;
        this.timing = timing;
        this.clock = clock;
        this.pulse = pulse;
        this.outlet = outlet;
    }

    synchronized void add(Kind kind) {
        put(kind, Standing.STARTING, NOTHING, clock.instant());
    }

    synchronized void version(String gitVersion) {
        version = gitVersion;
        publish();
    }

    synchronized void live(Kind kind) {
        unreachable = null;
        put(kind, Standing.LIVE, NOTHING, clock.instant());
    }

    synchronized void missing(Kind kind) {
        put(kind, Standing.MISSING, new Failures.Words("is not served", ""), clock.instant());
    }

    /** The kind is read in one namespace only. */
    synchronized void narrowed(Kind kind, String namespace) {
        narrowed.put(kind, namespace);
    }

    synchronized void failed(Kind kind, IOException e) {
        if (e instanceof StatusException status) {
            if (status.refused()) {
                Standing standing = status.code() == 401 ? Standing.UNKNOWN_USER : Standing.REFUSED;
                put(kind, standing, refusal(kind, status), clock.instant());
            } else {
                broken(kind, "answered " + status.code() + ": " + status.getMessage(), "", pulse.last());
            }
        } else {
            Failures.Words words = Failures.words(e, server);
            breakdown(kind, words, pulse.last());
        }
    }

    /** A feed stands still. What: in words that follow the kind's name. */
    synchronized void broken(Kind kind, String what, String advice, Instant since) {
        breakdown(
                kind,
                new Failures.Words(
                        "The watch of " + kind + " " + what + ".",
                        advice.isEmpty() ? "Podium tries again by itself." : advice),
                since);
    }

    private void breakdown(Kind kind, Failures.Words words, Instant since) {
        Entry entry = entries.get(kind);
        boolean already = entry != null && entry.standing == Standing.BROKEN;
        put(
                kind,
                Standing.BROKEN,
                words,
                already ? entry.since : clock.instant().isBefore(since) ? clock.instant() : since);
    }

    private static Failures.Words refusal(Kind kind, StatusException status) {
        return status.code() == 401
                ? new Failures.Words(
                        "The server does not accept the credentials.",
                        "Log in again, or get a kubeconfig with valid credentials, then reconnect.")
                : new Failures.Words(
                        "You may not list " + kind + ": " + status.getMessage() + ".",
                        "Ask for a role with get, list and watch on " + kind + ".");
    }

    /** The server was asked whether it lives. Null: it does. */
    synchronized void probed(@Nullable IOException failure) {
        unreachable = failure == null ? null : Failures.words(failure, server);
        publish();
    }

    /** Time passed. */
    synchronized void tick() {
        publish();
    }

    synchronized void close() {
        closed = true;
        publish();
    }

    private void put(Kind kind, Standing standing, Failures.Words words, Instant since) {
        entries.put(kind, new Entry(standing, since, words));
        publish();
    }

    private void publish() {
        Change.ConnectionChanged now = state();
        Change.ConnectionChanged before = told;
        if (before == null || !same(before, now)) {
            told = now;
            outlet.accept(now);
        }
    }

    private static boolean same(Change.ConnectionChanged one, Change.ConnectionChanged other) {
        return one.state() == other.state()
                && one.message().equals(other.message())
                && one.advice().equals(other.advice())
                && one.version().equals(other.version());
    }

    private Change.ConnectionChanged state() {
        if (closed) {
            return change(ConnectionState.CLOSED, NOTHING, clock.instant());
        }
        Optional<Entry> refused = refusal();
        if (refused.isPresent()) {
            return change(ConnectionState.REFUSED, refused.get().words, refused.get().since);
        }
        Failures.Words away = unreachable;
        if (away != null) {
            return change(everLive ? ConnectionState.STALE : ConnectionState.FAILED, away, pulse.last());
        }
        for (Entry entry : required()) {
            boolean late = Duration.between(entry.since, clock.instant()).compareTo(timing.grace()) > 0;
            if (entry.standing == Standing.BROKEN && (late || !everLive)) {
                return change(everLive ? ConnectionState.STALE : ConnectionState.FAILED, entry.words, entry.since);
            }
        }
        if (!everLive && required().stream().anyMatch(entry -> entry.standing == Standing.STARTING)) {
            return change(ConnectionState.CONNECTING, NOTHING, clock.instant());
        }
        everLive = true;
        return change(ConnectionState.LIVE, remarks(), clock.instant());
    }

    /** The refusal that counts for the cluster: bad credentials, or no required kind at all may be read. */
    private Optional<Entry> refusal() {
        List<Entry> required = required();
        Optional<Entry> unknown = required.stream()
                .filter(entry -> entry.standing == Standing.UNKNOWN_USER)
                .findFirst();
        boolean all = required.stream().allMatch(entry -> entry.standing == Standing.REFUSED);
        return unknown.isPresent() || !all ? unknown : required.stream().findFirst();
    }

    private List<Entry> required() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().required())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What a live cluster still has to say: kinds that cannot be read. */
    private Failures.Words remarks() {
        String refused = names(Standing.REFUSED);
        String broken = names(Standing.BROKEN);
        StringBuilder message = new StringBuilder();
        StringBuilder advice = new StringBuilder();
        if (!refused.isEmpty()) {
            message.append("Not readable for you: ").append(refused).append(". ");
            advice.append("Ask for a role with get, list and watch on them. ");
        }
        if (!broken.isEmpty()) {
            message.append("Interrupted: ").append(broken).append(". ");
            advice.append("Podium tries again by itself. ");
        }
        narrowed.forEach((kind, namespace) -> message.append("Of ")
                .append(kind)
                .append(" only those in ")
                .append(namespace)
                .append(". "));
        return new Failures.Words(message.toString().strip(), advice.toString().strip());
    }

    private String names(Standing standing) {
        Instant before = clock.instant().minus(timing.grace());
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().standing == standing)
                .filter(entry ->
                        standing != Standing.BROKEN || entry.getValue().since.isBefore(before))
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.joining(", "));
    }

    private Change.ConnectionChanged change(ConnectionState state, Failures.Words words, Instant since) {
        return new Change.ConnectionChanged(state, words.message(), words.advice(), server, version, since);
    }
}
