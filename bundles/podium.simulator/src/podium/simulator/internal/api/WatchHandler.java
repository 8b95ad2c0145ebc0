// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.cache.Snapshot;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.cache.WatchCacheEvent;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.http.ChunkedOutput;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.http.Query;
import podium.simulator.internal.api.json.Statuses;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.StoreEvent;

/** Answers watches: from a revision, from now, or with the present state first (WatchList). */
final class WatchHandler {

    private static final Duration BEFORE_END = Duration.ofSeconds(2);
    private static final long SHORTEST_DEFAULT_SECONDS = 1800;

    private final ObjectStore store;
    private final ApiCatalog catalog;
    private final Clock clock;
    private final Duration bookmarkInterval;

    WatchHandler(ObjectStore store, ApiCatalog catalog, Clock clock, Duration bookmarkInterval) {
        this.store = store;
        this.catalog = catalog;
        this.clock = clock;
        this.bookmarkInterval = bookmarkInterval;
    }

    HttpResponse watch(RequestInfo call) {
        Query query = call.http().query();
        ListSelection selection = ListSelection.of(call);
        boolean bookmarks = query.flag("allowWatchBookmarks");
        boolean initial = query.flag("sendInitialEvents");
        if (initial && !query.text("resourceVersionMatch").equals("NotOlderThan")) {
            throw ReadHandler.options(
                    "resourceVersionMatch must be set to NotOlderThan for watches with sendInitialEvents");
        }
        OptionalLong revision = ReadHandler.revision(query);
        boolean state = query.has("sendInitialEvents") ? initial : revision.orElse(0) == 0;
        long seconds = query.number("timeoutSeconds")
                .orElse(SHORTEST_DEFAULT_SECONDS + ThreadLocalRandom.current().nextLong(SHORTEST_DEFAULT_SECONDS));
        ResponseEncoder rendering = ResponseEncoder.of(call, clock);
        WatchCache cache = catalog.cache(call.type());
        return HttpResponse.stream("application/json", out -> {
            ResponseEncoder.Events events = rendering.events();
            Stream stream = new Stream(cache, selection, events, out, bookmarks);
            try {
                stream.run(state, initial && bookmarks, revision.orElse(0), seconds);
            } catch (ApiException e) {
                out.frame(events.error(Statuses.of(e)));
            }
        });
    }

    /** One watch while it lasts. */
    private final class Stream {

        private final WatchCache cache;
        private final ListSelection selection;
        private final ResponseEncoder.Events events;
        private final ChunkedOutput out;
        private final boolean bookmarks;
        private long position;
        private long from;

        Stream(
                WatchCache cache,
                ListSelection selection,
                ResponseEncoder.Events events,
                ChunkedOutput out,
                boolean bookmarks) {
            this.cache = cache;
            this.selection = selection;
            this.events = events;
            this.out = out;
            this.bookmarks = bookmarks;
        }

        void run(boolean state, boolean markInitialEnd, long revision, long seconds)
                throws IOException, InterruptedException {
            if (state) {
                sendState(markInitialEnd);
            } else {
                position = cache.positionAfter(revision == 0 ? cache.latest().revision() : revision);
                from = revision;
            }
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            long last = end - BEFORE_END.toNanos();
            long next = Math.min(System.nanoTime() + bookmarkInterval.toNanos(), last);
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                if (bookmarks && now >= next) {
                    next = next >= last ? end : Math.min(now + bookmarkInterval.toNanos(), last);
                    bookmark();
                }
                List<WatchCacheEvent> changes = cache.await(position, (bookmarks ? next : end) - now);
                send(changes);
                if (changes.size() < WatchCache.BATCH) {
                    out.flush();
                }
            }
        }

        private void sendState(boolean markEnd) throws IOException {
            Snapshot snapshot = cache.latest();
            position = cache.positionAfter(snapshot.revision());
            for (ObjectVersion version : snapshot.items()) {
                if (selection.takes(version)) {
                    out.frame(events.event("ADDED", version));
                }
            }
            if (markEnd) {
                out.frame(events.bookmark(snapshot.revision(), true));
            }
            out.flush();
        }

        /** A bookmark may say a revision only when everything up to it has been sent. */
        private void bookmark() throws IOException, InterruptedException {
            long revision = store.revision();
            for (List<WatchCacheEvent> changes = cache.await(position, 0); !changes.isEmpty(); ) {
                send(changes);
                changes = cache.await(position, 0);
            }
            if (revision >= from) {
                out.frame(events.bookmark(revision, false));
                out.flush();
            }
        }

        private void send(List<WatchCacheEvent> changes) throws IOException {
            for (WatchCacheEvent change : changes) {
                position++;
                if (change.revision() <= from) {
                    // who watches from a revision that was not reached yet misses what comes before it, as with an API
                    // server
                    continue;
                }
                boolean now = selection.takes(change.object());
                boolean before = change.before().filter(selection::takes).isPresent();
                if (change.type() == StoreEvent.Type.DELETED) {
                    if (before) {
                        out.frame(events.event("DELETED", change.object()));
                    }
                } else if (now) {
                    out.frame(events.event(before ? "MODIFIED" : "ADDED", change.object()));
                } else if (before) {
                    out.frame(events.event("DELETED", leaving(change)));
                }
            }
        }

        /** What leaves a selection is told as it was, at the revision at which it left. */
        private static ObjectVersion leaving(WatchCacheEvent change) {
            ObjectNode left = change.before().orElse(change.object()).object().deepCopy();
            ObjectMeta.of(left).put("resourceVersion", Long.toString(change.revision()));
            return new ObjectVersion(left);
        }
    }
}
