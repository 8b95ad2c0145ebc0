// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import podium.kubernetes.internal.json.StatusReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiStream;

/** The requests a feed makes and the answers that are not streams. */
record FeedRequests(MirrorTiming timing, RandomGenerator random) {
    /** An API server may take 30 s to begin a full list. */
    private static final Duration BEGIN = Duration.ofSeconds(30);

    private static final String WATCH = "?watch=1&allowWatchBookmarks=true&timeoutSeconds=";

    private static final String METADATA =
            "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";

    private static final Duration INITIAL = Duration.ofMinutes(10);

    private static final Map<String, String> PACKED = Map.of("Accept-Encoding", "gzip");
    private static final int LARGEST_STATUS = 64 * 1024;

    /**
     * How long a list may take to begin: at first as long as a stream may be silent, for a connection may be dead; twice as long
     * each time it was not enough, up to 30 s, for a server may be slow.
     */
    Duration patience(int unanswered) {
        Duration longer = timing.silence().multipliedBy(1L << Math.min(unanswered, 8));
        return longer.compareTo(BEGIN) < 0 ? longer : BEGIN;
    }

    /** A page of a list. Packed where the network is slower than unpacking. */
    ApiRequest list(String path, String token, boolean remote) {
        String query = "?limit=" + timing.pageSize() + (token.isEmpty() ? "" : "&continue=" + encode(token));
        ApiRequest plain = ApiRequest.get(path + query).within(BEGIN);
        return remote ? plain.with(PACKED) : plain;
    }

    /** The state of a kind, as a watch that begins with it (WatchList, KEP-3157). */
    ApiRequest initial(String path) {
        // what comes before the first bookmark may be long
        return ApiRequest.get(path + WATCH + INITIAL.toSeconds()
                        + "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan")
                .within(BEGIN);
    }

    /** A watch from a version on, which a server that lives answers before its first event. */
    ApiRequest watch(String path, String version, Duration lasting) {
        return ApiRequest.get(path + WATCH + lasting.toSeconds() + "&resourceVersion=" + encode(version))
                .within(timing.answer());
    }

    /** The same, of which only the versions are read. */
    ApiRequest echo(String path, String version, Duration lasting) {
        return watch(path, version, lasting).accepting(METADATA);
    }

    /**
     * How long the next watch that has to show by its end that it lives lasts.
     *
     * @param announced the server says something about two seconds before the end, so that the end itself is not waited for
     */
    Duration brief(boolean announced) {
        return lasting(announced ? timing.silence() : timing.watch());
    }

    /** How long the next of the other watches lasts, where there are so many kinds. */
    Duration lasting(int kinds) {
        return lasting(timing.watch(kinds));
    }

    /** Spread, so that the watches of one mirror do not end together. */
    private Duration lasting(Duration most) {
        return Duration.ofSeconds(Math.max(1, most.toSeconds() - random.nextLong(Math.max(2, most.toSeconds() / 8))));
    }

    /** The exception for an answer that is not 200. */
    static StatusException failure(ApiStream stream) throws IOException {
        Optional<Duration> retryAfter = stream.header("Retry-After").flatMap(FeedRequests::seconds);
        try (InputStream body = stream.body()) {
            String message = StatusReader.message(body.readNBytes(LARGEST_STATUS));
            return new StatusException(stream.status(), message, retryAfter);
        }
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(InterruptibleWait.seconds(Long.parseLong(text.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
