// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.cache.Snapshot;
import podium.simulator.internal.api.cache.WatchCache;
import podium.simulator.internal.api.catalog.ApiCatalog;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.http.Query;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;
import podium.simulator.store.StatusCause;

/** Answers get and list. */
final class ReadHandler {

    private static final long FRESHNESS_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final String EXPIRED = "The provided continue parameter is too old to display a consistent list"
            + " result. You must start a new list without the continue parameter.";

    private final ApiCatalog catalog;
    private final Clock clock;

    ReadHandler(ApiCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    HttpResponse get(RequestInfo call) {
        ObjectVersion version = catalog.cache(call.type())
                .get(call.namespace(), call.name())
                .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
        return ResponseEncoder.of(call, clock).object(200, version);
    }

    HttpResponse list(RequestInfo call) {
        Query query = call.http().query();
        ListSelection selection = ListSelection.of(call);
        String token = query.text("continue");
        WatchCache cache = catalog.cache(call.type());
        Snapshot snapshot;
        int start = 0;
        if (token.isEmpty()) {
            snapshot = snapshot(cache, query);
        } else {
            if (!query.text("resourceVersion").isEmpty()) {
                throw ApiException.badRequest("specifying resource version is not allowed when using continue");
            }
            ContinueToken from = ContinueToken.decode(token);
            snapshot = cache.at(from.revision()).orElseThrow(() -> ApiException.of(410, "Expired", EXPIRED));
            start = snapshot.indexAfter(from.lastKey());
        }
        return page(call, selection, snapshot, start);
    }

    private HttpResponse page(RequestInfo call, ListSelection selection, Snapshot snapshot, int start) {
        long limit = call.http().query().number("limit").orElse(0);
        List<ObjectVersion> all = snapshot.items();
        List<ObjectVersion> page = new ArrayList<>();
        int at = start;
        while (at < all.size() && (limit <= 0 || page.size() < limit)) {
            ObjectVersion version = all.get(at++);
            if (selection.takes(version)) {
                page.add(version);
            }
        }
        ObjectNode metadata = Json.object("resourceVersion", Long.toString(snapshot.revision()));
        long left =
                all.subList(at, all.size()).stream().filter(selection::takes).count();
        if (left > 0) {
            metadata.put(
                    "continue",
                    new ContinueToken(snapshot.revision(), page.getLast().key()).encode());
            if (selection.all()) {
                metadata.put("remainingItemCount", left);
            }
        }
        return ResponseEncoder.of(call, clock).list(page, metadata);
    }

    private static Snapshot snapshot(WatchCache cache, Query query) {
        String wanted = query.text("resourceVersion");
        String match = query.text("resourceVersionMatch");
        if (wanted.isEmpty()) {
            if (!match.isEmpty()) {
                throw options("resourceVersionMatch is forbidden unless resourceVersion is provided");
            }
            return cache.latest();
        }
        long revision = revision(query).orElse(0);
        if (match.equals("Exact") && revision == 0) {
            throw options("resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
        requireReached(cache, revision);
        if (!match.equals("Exact")) {
            return cache.latest();
        }
        return cache.at(revision)
                .orElseThrow(
                        () -> ApiException.of(410, "Expired", "The resourceVersion for the provided list is too old."));
    }

    /** The resourceVersion asked for; 0 where there is none. */
    static OptionalLong revision(Query query) {
        String text = query.text("resourceVersion");
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong number = query.number("resourceVersion");
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw ApiException.badRequest("invalid resource version \"" + text + "\"");
        }
        return number;
    }

    private static void requireReached(WatchCache cache, long revision) {
        try {
            if (!cache.awaitRevision(revision, FRESHNESS_NANOS)) {
                String message = "Too large resource version: " + revision + ", current: "
                        + cache.latest().revision();
                throw ApiException.of(504, "Timeout", "Timeout: " + message)
                        .withCauses(
                                List.of(new StatusCause("ResourceVersionTooLarge", "Too large resource version", "")))
                        .withRetryAfter(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.of(503, "ServiceUnavailable", "the server is closing");
        }
    }

    static ApiException options(String why) {
        String field = "resourceVersionMatch: Forbidden: " + why;
        return ApiException.of(422, "Invalid", "ListOptions.meta.k8s.io \"\" is invalid: " + field)
                .withCauses(
                        List.of(new StatusCause("FieldValueForbidden", "Forbidden: " + why, "resourceVersionMatch")));
    }
}
