// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import podium.kubernetes.internal.json.DiscoveryReader;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.texts.Texts;

/**
 * Asks the server whether it lives, by the way that the streams take, and how far it is: a list without a version is as new as
 * etcd (consistent read), and its version is of the whole of it. One that is smaller than the last means that etcd was put back
 * to what it was: the server then takes a watch from a version that is not there yet and says nothing of what happens, until it
 * has got that far again (seen with a kube-apiserver 1.36). Who may not list namespaces learns no more than that the server
 * lives. One thread at a time.
 */
final class LivenessProbe {
    /** One small object that each cluster has. */
    static final String LIST = "/api/v1/namespaces?limit=1&fieldSelector=metadata.name%3Dkube-system";

    private static final String VERSION = "/version";
    private static final int LARGEST = 256 * 1024;

    /**
     * What the server said.
     *
     * @param connection the shared one that it came on; empty: it has one of its own
     * @param backwards the server is not as far as it was
     * @param revision how far it is; empty: it does not say
     */
    record Sign(Optional<String> connection, boolean backwards, OptionalLong revision) {
        /** True when the server is not as far as a version that was seen before it was asked. */
        boolean isBehind(String version) {
            return revision.isPresent() && isAfter(version, revision.getAsLong());
        }
    }

    private final Transport transport;
    private final AtomicLong furthest = new AtomicLong(-1);
    private int unanswered;
    private volatile boolean mayList = true;

    LivenessProbe(Transport transport) {
        this.transport = transport;
    }

    /** True when the version is of a time that the server does not know of, or not any more, as far as it was told. */
    boolean isBehind(String version) {
        long revision = furthest.get();
        return revision >= 0 && isAfter(version, revision);
    }

    private static boolean isAfter(String version, long revision) {
        return version.matches("\\d{1,18}") && Long.parseLong(version) > revision;
    }

    /** The rights of who asks may have changed. */
    void forget() {
        mayList = true;
    }

    /** @throws IOException when there is no answer, or one of a server that does not work */
    Sign ask(Duration atMost) throws IOException {
        // what was dialled while a network was away may hang: of three attempts in a row two are short
        Duration limit = unanswered % 3 == 0 ? atMost : atMost.dividedBy(2);
        try {
            Sign sign = ask(mayList ? LIST : VERSION, limit);
            unanswered = 0;
            return sign;
        } catch (HttpTimeoutException e) {
            unanswered++;
            throw e;
        }
    }

    private Sign ask(String path, Duration limit) throws IOException {
        ApiResponse response = transport.send(ApiRequest.get(path).within(limit).atMost(LARGEST));
        if (response.status() >= 500) {
            throw new IOException(Texts.of("LivenessProbe.status", response.status()));
        }
        boolean backwards = false;
        OptionalLong stands = OptionalLong.empty();
        if (response.ok() && path.equals(LIST)) {
            long revision = DiscoveryReader.revision(response.body());
            backwards = revision >= 0 && revision < furthest.getAndSet(revision);
            stands = revision >= 0 ? OptionalLong.of(revision) : OptionalLong.empty();
        } else if (path.equals(LIST)) {
            mayList = false;
        }
        return new Sign(response.sharedConnection(), backwards, stands);
    }
}
