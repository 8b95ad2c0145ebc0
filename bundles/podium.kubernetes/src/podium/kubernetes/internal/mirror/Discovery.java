// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.DiscoveryReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/** Which API groups and versions the server serves. Any thread; asks once and again after {@link #forget}. */
final class Discovery {
    private static final Duration LIMIT = Duration.ofSeconds(9);
    /** WatchList is on by default from here on (KEP-3157). */
    private static final int WATCH_LIST_SINCE = 34;

    private final Transport transport;
    private @Nullable Map<String, List<String>> groups;
    /** When the groups were told, by {@link System#nanoTime()}. */
    private long answered;

    private String cluster = "";
    private DiscoveryReader.Version version = DiscoveryReader.Version.UNKNOWN;

    Discovery(Transport transport) {
        this.transport = transport;
    }

    /** Asks who the server is; everything waits for it, so not for long. */
    void greet(Duration atMost) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get("/version").within(atMost));
        if (response.ok()) {
            DiscoveryReader.Version told = DiscoveryReader.version(response.body());
            synchronized (this) {
                version = told;
            }
        }
    }

    /** uid of the namespace kube-system; empty while it is not known, or may not be. */
    synchronized String cluster() {
        return cluster;
    }

    /** Asks which cluster this is. */
    void identify(Duration atMost) throws IOException {
        ApiResponse response =
                transport.send(ApiRequest.get("/api/v1/namespaces/kube-system").within(atMost));
        if (response.ok()) {
            String uid = DiscoveryReader.uid(response.body());
            synchronized (this) {
                cluster = uid;
            }
        }
    }

    /** gitVersion of the server; empty until known. */
    synchronized String version() {
        return version.gitVersion();
    }

    synchronized boolean watchList() {
        return version.minor() >= WATCH_LIST_SINCE;
    }

    /** Path of a kind's collection in the best version the server serves; empty when it serves none. */
    Optional<String> path(Kind kind, String namespace) throws IOException {
        if (kind.group().isEmpty()) {
            return Optional.of(kind.path(kind.versions().getFirst(), namespace));
        }
        Map<String, List<String>> served = groups();
        if (served.isEmpty()) {
            // discovery itself is refused: try the preferred version, the answer will tell
            return Optional.of(kind.path(kind.versions().getFirst(), namespace));
        }
        List<String> versions = served.getOrDefault(kind.group(), List.of());
        return kind.versions().stream()
                .filter(versions::contains)
                .findFirst()
                .map(found -> kind.path(found, namespace));
    }

    private synchronized Map<String, List<String>> groups() throws IOException {
        Map<String, List<String>> known = groups;
        if (known == null) {
            ApiResponse response = transport.send(ApiRequest.get("/apis").within(LIMIT));
            if (response.ok()) {
                known = DiscoveryReader.groups(response.body());
            } else if (response.status() == 403) {
                known = Map.of();
            } else {
                throw new StatusException(
                        response.status(), Texts.of("Discovery.apisStatus", response.status()), Optional.empty());
            }
            groups = known;
            answered = System.nanoTime();
        }
        return known;
    }

    /** Asks again the next time: a custom resource may have come or gone. */
    synchronized void forget() {
        groups = null;
    }

    /** The same, but not of an answer younger than this: many kinds that are missing need one question between them. */
    synchronized void expire(Duration age) {
        if (System.nanoTime() - answered >= age.toNanos()) {
            groups = null;
        }
    }
}
