// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.ListReader;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.texts.Texts;

/**
 * A second watch of a kind whose watch lasts long. A server says nothing on a watch while nothing happens, but for a bookmark a
 * minute and one two seconds before its end (kube-apiserver, {@code storage/cacher/cache_watcher.go}, {@code nextBookmarkTime}), so
 * nobody can tell a silent one from a dead one without a request for each of them. What one of the two tells and the other does not,
 * shows which of them is dead as soon as it matters, and costs no request. Of the objects only the metadata are asked for. Runs on
 * a virtual thread of its own until the mirror closes.
 */
final class Echo implements Runnable {
    private final Kind kind;
    private final MirrorScope scope;
    private final FeedRequests requests;
    private final Backoff backoff;
    private final StreamWatch streamWatch;
    private final ObjectDecoder decoder = Kind.barely();
    private final JsonInput input = JsonInput.ofKind(false);
    private final Lead lead;
    private String path = "";
    private String version = "";

    Echo(Kind kind, MirrorScope scope, FeedRequests requests, RandomGenerator random) {
        this.kind = kind;
        this.scope = scope;
        this.requests = requests;
        this.backoff = new Backoff(scope.timing(), random);
        this.streamWatch = new StreamWatch(scope.clock(), scope.timing().silence());
        this.lead = new Lead(scope.clock());
    }

    /** The first watch begins, and lasts long. */
    synchronized void follow(String where, String from) {
        path = where;
        version = from;
        lead.first().began(from);
        notifyAll();
    }

    /** The first watch came to that version; see {@link Lead.Side#heard}. */
    synchronized void first(String reached, boolean event) {
        if (!path.isEmpty()) {
            version = reached;
            lead.first().heard(reached, event);
        }
    }

    /** The first watch is none that lasts. */
    synchronized void rest() {
        path = "";
        lead.forget();
    }

    /** Since when the first watch misses what this one told; empty: it does not, or not for so long that it is dead. */
    Optional<Instant> firstMisses() {
        return lead.first().misses(scope.timing().answer());
    }

    /** True when the first watch knows all that this one told. */
    boolean agrees() {
        return !lead.first().isBehind();
    }

    /** Gives this watch up when it is dead; true when it was. */
    boolean checkSilence() {
        boolean dead = streamWatch.isDead()
                || lead.second().misses(scope.timing().answer()).isPresent();
        return dead && streamWatch.drop();
    }

    void drop() {
        streamWatch.drop();
    }

    void leaveOther(String connection) {
        if (streamWatch.isAstray(connection)) {
            streamWatch.drop();
        }
    }

    @Override
    public void run() {
        while (!scope.patience().closed()) {
            long calls = scope.patience().calls();
            try {
                if (watch()) {
                    backoff.reset();
                    continue;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                // what is wrong with the way to the server is found out by the first watch, and told there
                if (streamWatch.wasDropped()) {
                    continue;
                }
            }
            scope.patience().await(backoff.next(), calls);
        }
    }

    /** True when it lasted. */
    private boolean watch() throws IOException, InterruptedException {
        String where;
        String from;
        synchronized (this) {
            while (path.isEmpty()) {
                wait();
            }
            where = path;
            from = version;
        }
        Instant start = scope.clock().instant();
        Duration lasting = requests.lasting(scope.board().followed());
        try (ApiStream stream = scope.transport().stream(requests.echo(where, from, lasting))) {
            streamWatch.open(stream, scope.timing().silence(lasting));
            if (stream.status() != 200) {
                throw FeedRequests.failure(stream);
            }
            lead.second().began(from);
            input.open(new ActivityInputStream(stream.body(), () -> {
                scope.pulse().bytes();
                streamWatch.heard();
            }));
            while (input.more()) {
                ListReader.event(input, decoder, (type, seen) -> {
                    if (seen.failure() != null || "ERROR".equals(type)) {
                        throw new IOException(Texts.of("Echo.theSecondWatchOfEnded", kind));
                    }
                    lead.second().heard(seen.version(), !"BOOKMARK".equals(type));
                });
            }
        } finally {
            streamWatch.closed();
        }
        return Duration.between(start, scope.clock().instant())
                        .compareTo(scope.timing().tick())
                > 0;
    }
}
