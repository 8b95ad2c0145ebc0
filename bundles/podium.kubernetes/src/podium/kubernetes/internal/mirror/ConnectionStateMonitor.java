// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;
import podium.core.change.SyncState;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.TooLargeException;
import podium.kubernetes.internal.transport.TransportFailureText;
import podium.kubernetes.texts.Texts;
import podium.model.fleet.ConnectionState;

/**
 * Makes one state of the connection out of the states of its feeds, and tells it when it changes. A required kind decides
 * whether the cluster is live; another one that cannot be read is named beside a live cluster. Any thread.
 */
final class ConnectionStateMonitor {
    /** How a feed stands. */
    private enum Standing {
        STARTING,
        /** Known from an earlier time; not asked for yet. */
        REMEMBERED,
        LIVE,
        BROKEN,
        /** Its stream is open and says nothing for longer than a living one can. */
        SILENT,
        REFUSED,
        /** May not be read any more: what is shown of it is as it was. */
        WITHDRAWN,
        /** The credentials are not accepted: this counts for the whole cluster. */
        UNKNOWN_USER,
        MISSING
    }

    /**
     * How a feed stands.
     *
     * @param at when this was noticed
     * @param since age of what is known of the kind
     */
    private record Entry(Standing standing, Instant at, Instant since, TransportFailureText.Words words) {
        boolean broken() {
            return standing == Standing.BROKEN || standing == Standing.SILENT;
        }

        boolean refused() {
            return standing == Standing.REFUSED || standing == Standing.WITHDRAWN;
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final TransportFailureText.Words NOTHING = new TransportFailureText.Words("", "");
    private static final TransportFailureText.Words AS_IT_WAS = new TransportFailureText.Words(
            Texts.of("ConnectionStateMonitor.thisIsTheCluster"),
            Texts.of("ConnectionStateMonitor.whatHasChangedSince"));

    private final String server;
    private final MirrorTiming timing;
    private final InstantSource clock;
    private final ServerActivity pulse;
    private final Consumer<Change> outlet;
    private final Map<Kind, Entry> entries = new LinkedHashMap<>();
    /** Kinds of which something may be shown. */
    private final Set<Kind> shown = new HashSet<>();

    private final Map<Kind, String> narrowed = new LinkedHashMap<>();
    private final Map<Kind, Change.KindRead> readings = new HashMap<>();
    private String version = "";
    private boolean everLive;
    private @Nullable Instant rememberedAt;
    private boolean closed;
    private TransportFailureText.@Nullable Words unreachable;
    private Change.@Nullable ConnectionChanged told;

    ConnectionStateMonitor(
            String server, MirrorTiming timing, InstantSource clock, ServerActivity pulse, Consumer<Change> outlet) {
        this.server = server;
        this.timing = timing;
        this.clock = clock;
        this.pulse = pulse;
        this.outlet = outlet;
    }

    synchronized void add(Kind kind) {
        put(kind, Standing.STARTING, NOTHING, clock.instant());
    }

    /** A kind is shown as it was at that time. */
    synchronized void remembered(Kind kind, Instant at) {
        Instant oldest = rememberedAt;
        rememberedAt = oldest == null || at.isBefore(oldest) ? at : oldest;
        shown.add(kind);
        put(kind, Standing.REMEMBERED, AS_IT_WAS, at);
    }

    synchronized void version(String gitVersion) {
        version = gitVersion;
        publish();
    }

    synchronized void live(Kind kind) {
        unreachable = null;
        shown.add(kind);
        put(kind, Standing.LIVE, NOTHING, clock.instant());
    }

    synchronized void missing(Kind kind) {
        put(
                kind,
                Standing.MISSING,
                new TransportFailureText.Words(Texts.of("ConnectionStateMonitor.isNotServed"), ""),
                clock.instant());
    }

    /** The server takes the list of a kind that it refused: it is being read, and not refused any more. */
    synchronized void granted(Kind kind) {
        Entry entry = entries.get(kind);
        if (entry != null && entry.standing == Standing.WITHDRAWN && kind.required()) {
            put(kind, Standing.REMEMBERED, AS_IT_WAS, entry.since);
        } else if (entry != null && entry.refused()) {
            put(kind, Standing.STARTING, NOTHING, clock.instant());
        }
    }

    /** The kind is read in one namespace only. */
    synchronized void narrowed(Kind kind, String namespace) {
        narrowed.put(kind, namespace);
    }

    /** The stream of a kind that was live says nothing any more; shown at once, for the silence was long enough. */
    synchronized void silent(Kind kind, Instant since) {
        Entry entry = entries.get(kind);
        if (entry != null && entry.standing == Standing.LIVE) {
            long seconds = Duration.between(since, clock.instant()).toSeconds();
            put(kind, Standing.SILENT, FeedText.silent(kind, seconds), since);
        }
    }

    /** The stream of a kind that was never whole stopped amid its list, and is given up. */
    synchronized void stalled(Kind kind, Instant since) {
        Entry entry = entries.get(kind);
        if (entry != null && entry.standing != Standing.LIVE && entry.standing != Standing.SILENT) {
            breakdown(kind, FeedText.stalled(kind), since);
        }
    }

    /** A stream that was silent speaks. */
    synchronized void heard(Kind kind) {
        Entry entry = entries.get(kind);
        if (entry != null && entry.standing == Standing.SILENT) {
            live(kind);
        }
    }

    /**
     * A feed could not go on.
     *
     * @param since when it last heard of the server
     */
    synchronized void failed(Kind kind, IOException e, Instant since) {
        if (e instanceof StatusException status) {
            if (status.refused()) {
                refused(kind, status, since);
            } else {
                breakdown(kind, FeedText.answered(kind, status), since);
            }
        } else if (e instanceof TooLargeException) {
            breakdown(kind, FeedText.tooLarge(kind, String.valueOf(e.getMessage())), since);
        } else {
            breakdown(kind, TransportFailureText.words(e, server), since);
        }
    }

    private void refused(Kind kind, StatusException status, Instant since) {
        Entry entry = entries.get(kind);
        if (status.code() == 401) {
            put(kind, Standing.UNKNOWN_USER, FeedText.unknownUser(everLive), clock.instant());
        } else if (entry == null || !shown.contains(kind)) {
            put(kind, Standing.REFUSED, FeedText.refused(kind, status), clock.instant());
        } else {
            boolean already =
                    entry.broken() || entry.standing == Standing.REMEMBERED || entry.standing == Standing.WITHDRAWN;
            put(kind, Standing.WITHDRAWN, FeedText.withdrawn(kind, status), already ? entry.since : since);
        }
    }

    /** A feed failed in a way nobody thought of. */
    synchronized void fault(Kind kind, Throwable fault, Instant since) {
        breakdown(kind, FeedText.unexpected(kind, fault), since);
    }

    private void breakdown(Kind kind, TransportFailureText.Words words, Instant since) {
        Entry entry = entries.get(kind);
        Instant now = clock.instant();
        boolean already = entry != null && (entry.broken() || entry.standing == Standing.REMEMBERED);
        entries.put(
                kind,
                new Entry(
                        Standing.BROKEN,
                        already ? entry.at : now,
                        already ? entry.since : now.isBefore(since) ? now : since,
                        words));
        publish();
    }

    /** True when a break has lasted long enough to be shown: a resumed stream is back before that, but for one that was silent. */
    private boolean late(Entry entry) {
        Instant now = clock.instant();
        return entry.standing == Standing.SILENT
                || Duration.between(entry.at, now).compareTo(timing.grace()) > 0
                || Duration.between(entry.since, now).compareTo(timing.silence()) > 0;
    }

    /** The server was asked whether it lives. Null: it does. */
    synchronized void probed(@Nullable IOException failure) {
        unreachable = failure == null ? null : TransportFailureText.words(failure, server);
        publish();
    }

    /** A part of the mirror failed in a way nobody thought of; nothing on screen can be relied on until it goes on. */
    synchronized void fault(Throwable fault) {
        unreachable = TransportFailureText.unexpected(fault);
        publish();
    }

    /** How many kinds are followed. */
    synchronized int followed() {
        return (int) entries.values().stream()
                .filter(entry -> entry.standing == Standing.LIVE || entry.broken())
                .count();
    }

    /** Time passed. */
    synchronized void tick() {
        publish();
    }

    synchronized void close() {
        closed = true;
        publish();
    }

    private void put(Kind kind, Standing standing, TransportFailureText.Words words, Instant since) {
        entries.put(kind, new Entry(standing, clock.instant(), since, words));
        publish();
    }

    private void publish() {
        entries.forEach(this::tellReading);
        Change.ConnectionChanged now = state();
        Change.ConnectionChanged before = told;
        if (before == null || !same(before, now)) {
            told = now;
            outlet.accept(now);
        }
    }

    /** What is concluded from a kind is worth no more than what is known of it. */
    private void tellReading(Kind kind, Entry entry) {
        SyncState reading = reading(kind, entry);
        String only = reading == SyncState.NARROWED ? narrowed.getOrDefault(kind, "") : "";
        Change.KindRead now = new Change.KindRead(kind.toString(), reading, only);
        if (!now.equals(readings.put(kind, now))) {
            outlet.accept(now);
        }
    }

    private SyncState reading(Kind kind, Entry entry) {
        return switch (entry.standing) {
            case STARTING, REMEMBERED -> SyncState.NOT_YET;
            case LIVE -> narrowed.containsKey(kind) ? SyncState.NARROWED : SyncState.LISTED;
            case MISSING -> SyncState.ABSENT;
            case REFUSED, WITHDRAWN, UNKNOWN_USER -> SyncState.REFUSED;
            case BROKEN, SILENT -> broken(kind, entry);
        };
    }

    /** A break that is over soon changes nothing; a kind that was never read stays unread. */
    private SyncState broken(Kind kind, Entry entry) {
        Change.KindRead before = readings.get(kind);
        SyncState last = before == null ? SyncState.NOT_YET : before.reading();
        boolean known = last == SyncState.LISTED || last == SyncState.NARROWED;
        return known && late(entry) ? SyncState.INTERRUPTED : last;
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
        TransportFailureText.Words away = unreachable;
        Instant before = rememberedAt;
        ConnectionState down = everLive || before != null ? ConnectionState.STALE : ConnectionState.FAILED;
        if (away != null) {
            return change(down, away, everLive || before == null ? pulse.last() : before);
        }
        for (Entry entry : required()) {
            if (entry.standing == Standing.WITHDRAWN || entry.broken() && (late(entry) || !everLive)) {
                return change(down, entry.words, entry.since);
            }
        }
        for (Entry entry : entries.values()) {
            if (entry.standing == Standing.REMEMBERED) {
                return change(ConnectionState.STALE, entry.words, entry.since);
            }
        }
        if (!everLive && entries.values().stream().anyMatch(this::pending)) {
            return change(ConnectionState.CONNECTING, NOTHING, clock.instant());
        }
        everLive = true;
        return change(ConnectionState.LIVE, remarks(), clock.instant());
    }

    /** True of a kind whose first list may be whole any moment: not before that of all kinds does the screen tell the truth. */
    private boolean pending(Entry entry) {
        return entry.standing == Standing.STARTING || entry.broken() && !late(entry);
    }

    /** The refusal that counts for the cluster: bad credentials, or no required kind at all may be read. */
    private Optional<Entry> refusal() {
        List<Entry> required = required();
        Optional<Entry> unknown = required.stream()
                .filter(entry -> entry.standing == Standing.UNKNOWN_USER)
                .findFirst();
        boolean all = required.stream().allMatch(Entry::refused);
        return unknown.isPresent() || !all ? unknown : required.stream().findFirst();
    }

    private List<Entry> required() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().required())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What a live cluster still has to say: kinds that cannot be read. */
    private TransportFailureText.Words remarks() {
        String refused = names(Entry::refused);
        List<Entry> late = entries.values().stream()
                .filter(entry -> entry.broken() && late(entry))
                .toList();
        List<String> message = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        if (!refused.isEmpty()) {
            message.add(Texts.of("ConnectionStateMonitor.noRightToRead", refused));
            advice.add(Texts.of("ConnectionStateMonitor.askForARole"));
        }
        if (!late.isEmpty()) {
            Instant oldest = late.stream()
                    .map(Entry::since)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            message.add(
                    Texts.of("ConnectionStateMonitor.interruptedSince", TIME.format(oldest), names(late::contains)));
            advice.add(FeedText.AGAIN);
        }
        narrowed.forEach((kind, namespace) ->
                message.add(Texts.of("ConnectionStateMonitor.onlyThoseOfANamespace", kind, namespace)));
        return new TransportFailureText.Words(String.join(" ", message), String.join(" ", advice));
    }

    private String names(Predicate<Entry> which) {
        return entries.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(entry -> entry.getKey().toString())
                .collect(Collectors.joining(", "));
    }

    private Change.ConnectionChanged change(ConnectionState state, TransportFailureText.Words words, Instant since) {
        return new Change.ConnectionChanged(state, words.message(), words.advice(), server, version, since);
    }
}
