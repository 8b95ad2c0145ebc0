// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.ListReader;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.internal.json.TooLargeException;
import podium.kubernetes.internal.memory.RememberedObjects;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.texts.Texts;

/**
 * Follows one kind: list, watch, resume, list again where it must. Runs on a virtual thread of its own until the mirror
 * closes.
 */
final class Feed implements Runnable {
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final Kind kind;
    private final MirrorScope scope;
    private final ObjectDecoder decoder;
    private final JsonInput input;
    private final ChangeBatcher outlet;
    private final FeedMemory memory;
    private final ChangeDetector applier;
    private final Backoff backoff;
    private final FeedRequests requests;
    private final StreamWatch streamWatch;
    private final Echo echo;
    private final PermissionRecheck rights;
    private final AtomicBoolean restarted = new AtomicBoolean();
    private volatile String version = "";
    private boolean listedOnce;
    private int expiries;
    private int unanswered;
    private boolean watchList;
    private boolean shared;
    private long calls;
    private String namespace = "";
    private String rememberedOf = "";

    Feed(Kind kind, MirrorScope scope, PermissionRecheck rights, RandomGenerator random) {
        this.kind = kind;
        this.scope = scope;
        this.decoder = kind.decoder(scope.shared());
        this.input = JsonInput.ofKind(kind.many());
        this.outlet = new ChangeBatcher(scope.cluster(), scope.sink());
        this.memory = new FeedMemory(kind, scope);
        this.applier = new ChangeDetector(kind.kind(), outlet, memory.isUsed());
        this.backoff = new Backoff(scope.timing(), random);
        this.requests = new FeedRequests(scope.timing(), random);
        this.streamWatch = new StreamWatch(scope.clock(), scope.timing().silence());
        this.echo = new Echo(kind, scope, requests, random);
        this.rights = rights;
    }

    /** The second watch of the kind, to be run beside this. */
    Echo echo() {
        return echo;
    }

    Kind kind() {
        return kind;
    }

    /** Drops the stream; the feed comes back at once from where it was. */
    void drop() {
        streamWatch.drop();
        echo.drop();
    }

    /** Drops a watch that lasts long, which may be as dead as another one was. */
    void look() {
        if (streamWatch.lastsLong()) {
            drop();
        }
    }

    /** Leaves a connection that is not the one on which the server was heard last. */
    void leaveOther(String connection) {
        if (streamWatch.isAstray(connection)) {
            streamWatch.drop();
        }
        echo.leaveOther(connection);
    }

    /** Reads the kind anew: what the server had told is not what it knows. */
    void restart() {
        restarted.set(true);
        scope.board().remembered(kind, streamWatch.last());
        streamWatch.drop();
    }

    /**
     * Marks the kind when nothing was heard of it for too long, or something is missed, and drops a stream that is dead; true when
     * one was. Called by the monitor.
     */
    boolean checkSilence() {
        Optional<Instant> missed = echo.firstMisses();
        Instant since = missed.orElseGet(streamWatch::last);
        if (missed.isPresent() || streamWatch.isSilent()) {
            scope.board().silent(kind, since);
        } else if (echo.agrees()) {
            scope.board().heard(kind);
        }
        boolean dead = false;
        if (missed.isPresent() || streamWatch.isDead()) {
            scope.board().stalled(kind, since);
            dead = streamWatch.drop();
        }
        return echo.checkSilence() || dead;
    }

    /** The version that is followed; empty: none yet. On any thread. */
    String version() {
        return version;
    }

    /** Tells what is remembered of the kind. Before {@link #run}, on its thread; the server is not needed for it. */
    void recall() {
        Optional<RememberedObjects> known = memory.recall();
        if (known.isPresent()) {
            rememberedOf = known.get().cluster();
            version = known.get().version();
            applier.beginList();
            known.get().objects().forEach(seen -> applier.seen(seen, true));
            applier.endList();
            tellListed();
            scope.board().remembered(kind, known.get().at());
        }
    }

    @Override
    public void run() {
        String cluster = scope.discovery().cluster();
        boolean another = !rememberedOf.isEmpty() && !cluster.isEmpty() && !rememberedOf.equals(cluster);
        if (another || scope.canary().isBehind(version)) {
            applier.distrust();
            version = "";
        } else if (!rememberedOf.equals(cluster)) {
            // nobody can tell whether it is the same cluster: all is read, and what is the same is not told again
            version = "";
        }
        try {
            follow();
        } finally {
            keep();
        }
    }

    private void keep() {
        if (namespace.isEmpty()) {
            memory.keep(applier, version, streamWatch.last());
        }
    }

    private void follow() {
        watchList = scope.discovery().watchList();
        while (!scope.patience().closed()) {
            try {
                round();
            } catch (StatusException e) {
                told(e);
            } catch (TooLargeException e) {
                outlet.flush();
                version = "";
                scope.board().failed(kind, e, streamWatch.last());
                pause(scope.timing().absent());
            } catch (IOException e) {
                outlet.flush();
                if (!streamWatch.wasDropped() && !scope.patience().closed()) {
                    scope.board().failed(kind, e, streamWatch.last());
                    pause(backoff.next());
                }
            } catch (RuntimeException | Error e) {
                // one object no decoder can read must not end the feed
                version = "";
                scope.board().fault(kind, e, streamWatch.last());
                pause(backoff.next());
            }
        }
    }

    /** Waits, unless the mirror was woken since the round began: what went wrong may be mended. */
    private void pause(Duration time) {
        scope.patience().await(time, calls);
    }

    private void round() throws IOException {
        calls = scope.patience().calls();
        if (restarted.getAndSet(false)) {
            version = "";
            applier.distrust();
        }
        Optional<String> path = scope.discovery().path(kind, namespace);
        if (path.isEmpty()) {
            throw new StatusException(404, Texts.of("Feed.theServerDoesNotServe", kind), Optional.empty());
        }
        Instant start = scope.clock().instant();
        boolean first = version.isEmpty();
        if (first && !watchList) {
            list(path.get());
        }
        boolean news = watch(path.get(), first && watchList);
        if (news || Duration.between(start, scope.clock().instant()).compareTo(BRIEF) > 0) {
            backoff.reset();
            expiries = 0;
            if (namespace.isEmpty()) {
                memory.keepNowAndThen(applier, version, streamWatch.last());
            }
        } else {
            // a server that ends each watch at once is not asked in a tight loop
            pause(backoff.next());
        }
    }

    private void list(String path) throws IOException {
        applier.beginList();
        String token = "";
        do {
            try (ApiStream stream = begin(requests.list(path, token, scope.remote()))) {
                opened(stream, scope.timing().silence());
                ListReader.Page page = ListReader.page(input(stream), decoder, seen -> {
                    applier.seen(seen, true);
                    scope.pulse().events(1);
                });
                ObservedObject.@Nullable Failure failure = page.failure();
                if (failure != null) {
                    throw StatusException.of(failure);
                }
                if (page.version().isEmpty()) {
                    throw new IOException(Texts.of("Feed.theListOfHasNoVersion", kind));
                }
                version = token.isEmpty() ? page.version() : version;
                token = page.next();
            } catch (IOException e) {
                version = "";
                throw e;
            } finally {
                streamWatch.closed();
            }
        } while (!token.isEmpty());
        listed();
    }

    /** Opens a stream that begins with a list. */
    private ApiStream begin(ApiRequest request) throws IOException {
        try {
            ApiStream stream = scope.transport().stream(request.within(requests.patience(unanswered)));
            unanswered = 0;
            return stream;
        } catch (HttpTimeoutException e) {
            unanswered++;
            throw e;
        }
    }

    /** @param silence how long it may say nothing */
    private void opened(ApiStream stream, Duration silence) throws IOException {
        streamWatch.open(stream, silence);
        if (stream.status() != 200) {
            throw FeedRequests.failure(stream);
        }
        shared = stream.sharedConnection().isPresent();
        rights.told(kind, false);
        scope.board().granted(kind);
    }

    private void listed() {
        applier.endList();
        tellListed();
        scope.board().live(kind);
    }

    private void tellListed() {
        if (!listedOnce) {
            listedOnce = true;
            outlet.add(new Change.Listed(kind.kind(), applier.size()));
        }
        outlet.flush();
    }

    /** Watches until the stream ends, or until its initial events are there. True when an event came. */
    private boolean watch(String path, boolean initial) throws IOException {
        int[] events = {0};
        boolean[] listing = {initial};
        if (initial) {
            applier.beginList();
        }
        boolean brief = initial || !shared || kind.required();
        Duration lasting = brief
                ? requests.brief(streamWatch.announces())
                : requests.lasting(scope.board().followed());
        try (ApiStream stream = initial
                ? begin(requests.initial(path))
                : scope.transport().stream(requests.watch(path, version, lasting))) {
            opened(stream, brief ? scope.timing().silence() : scope.timing().silence(lasting));
            if (brief) {
                echo.rest();
            } else {
                echo.follow(path, version);
            }
            JsonInput in = input(stream);
            if (!initial && echo.agrees()) {
                scope.board().live(kind);
            }
            // after its initial events a watch has to be short to show that it lives
            while ((listing[0] || !initial) && in.more()) {
                ListReader.event(in, decoder, (type, seen) -> event(type, seen, listing));
                scope.pulse().events(1);
                events[0]++;
                if (!in.ready()) {
                    outlet.flush();
                    streamWatch.heard();
                }
            }
            outlet.flush();
            streamWatch.heard();
            if (listing[0] && !scope.patience().closed()) {
                throw new IOException(Texts.of("Feed.theWatchEndedBeforeItsFirst"));
            }
        } finally {
            streamWatch.closed();
        }
        return events[0] > 0;
    }

    private void event(String type, ObservedObject seen, boolean[] listing) throws IOException {
        ObservedObject.@Nullable Failure failure = seen.failure();
        if (failure != null || "ERROR".equals(type)) {
            throw failure == null
                    ? new IOException(Texts.of("Feed.theWatchEndedWithAnError"))
                    : StatusException.of(failure);
        }
        switch (type) {
            case "ADDED", "MODIFIED" -> applier.seen(seen, listing[0]);
            case "DELETED" -> applier.deleted(seen);
            case "BOOKMARK" -> {
                streamWatch.bookmark();
                if (listing[0]) {
                    // the first bookmark of a WatchList closes its initial events (KEP-3157)
                    listing[0] = false;
                    listed();
                }
            }
            default -> {
                // a type of a later API: its object is not known to be there
            }
        }
        if (!seen.version().isEmpty() && !listing[0]) {
            version = seen.version();
            echo.first(version, !"BOOKMARK".equals(type));
        }
    }

    private void told(StatusException e) {
        outlet.flush();
        if (e.expired()) {
            version = "";
            if (expiries++ > 0) {
                // each list is too old before it is used: do not list in a tight loop
                pause(backoff.next());
            }
        } else if (watchList && version.isEmpty() && (e.code() == 400 || e.code() == 422 || e.code() == 403)) {
            // the server knows no WatchList, or grants watch and list apart
            watchList = false;
        } else if (e.missing() && !kind.required()) {
            version = "";
            applier.vanish();
            outlet.flush();
            scope.board().missing(kind);
            pause(scope.timing().absent());
            scope.discovery().expire(scope.timing().absent().dividedBy(2));
        } else if (e.code() == 403 && namespace.isEmpty() && !scope.namespace().isEmpty() && kind.namespaced()) {
            namespace = scope.namespace();
            scope.board().narrowed(kind, namespace);
        } else {
            scope.board().failed(kind, e, streamWatch.last());
            rights.told(kind, e.code() == 403);
            pause(e.code() == 403 ? scope.timing().absent() : e.retryAfter().orElse(backoff.next()));
        }
    }

    private JsonInput input(ApiStream stream) {
        input.open(new ActivityInputStream(stream.body(), () -> {
            scope.pulse().bytes();
            streamWatch.heard();
        }));
        return input;
    }
}
