// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import podium.simulator.internal.api.AdmissionPlugin;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.HttpFaultPlan;
import podium.simulator.internal.api.http.HttpListener;
import podium.simulator.internal.api.http.RequestLog;
import podium.simulator.internal.api.stream.ContainerTools;
import podium.simulator.internal.api.stream.PodProxy;

/**
 * How an API server is set up. It listens on loopback only.
 *
 * @param port TCP port, 0 for a free one
 * @param tokens who shows which bearer token
 * @param grants what they may
 * @param historySize changes of each type that watches can go back
 * @param bookmarkInterval time between bookmarks of a watch
 * @param clock time of timestamps and ages
 * @param proxy answers for pods and nodes
 * @param tools programs in containers
 * @param admission looks at every write
 * @param log is told of every request
 * @param faults plans what goes wrong
 * @param packFrom bytes of an answer from which on it is packed for clients that unpack
 * @param http2 whether it speaks HTTP/2 with those who do
 */
public record ServerOptions(
        int port,
        Map<String, User> tokens,
        List<Grant> grants,
        int historySize,
        Duration bookmarkInterval,
        Clock clock,
        PodProxy proxy,
        ContainerTools tools,
        AdmissionPlugin admission,
        RequestLog log,
        HttpFaultPlan faults,
        int packFrom,
        boolean http2) {

    private static final int HISTORY = 100_000;
    private static final Duration BOOKMARKS = Duration.ofMinutes(1);

    public ServerOptions {
        tokens = Map.copyOf(tokens);
        grants = List.copyOf(grants);
    }

    /** A free port, the system's clock, members of {@code system:masters} may do everything, nobody has a token. */
    public static ServerOptions defaults() {
        return new ServerOptions(
                0,
                Map.of(),
                List.of(),
                HISTORY,
                BOOKMARKS,
                Clock.systemUTC(),
                PodProxy.NONE,
                ContainerTools.NONE,
                AdmissionPlugin.NONE,
                RequestLog.NONE,
                HttpFaultPlan.NONE,
                HttpListener.Service.PACK_FROM,
                true);
    }

    /** With a token for a user. */
    public ServerOptions withToken(String token, User user) {
        return with(copy -> copy.tokens.put(token, user));
    }

    /** With one more grant. */
    public ServerOptions withGrant(Grant grant) {
        return with(copy -> copy.grants.add(grant));
    }

    /** With a port. */
    public ServerOptions withPort(int other) {
        return with(copy -> copy.port = other);
    }

    /** With another time between bookmarks. */
    public ServerOptions withBookmarkInterval(Duration other) {
        return with(copy -> copy.bookmarkInterval = other);
    }

    /** With another clock. */
    public ServerOptions withClock(Clock other) {
        return with(copy -> copy.clock = other);
    }

    /** With somebody who answers for pods and nodes. */
    public ServerOptions withProxy(PodProxy other) {
        return with(copy -> copy.proxy = other);
    }

    /** With programs in containers. */
    public ServerOptions withTools(ContainerTools other) {
        return with(copy -> copy.tools = other);
    }

    /** With somebody who looks at every write. */
    public ServerOptions withAdmission(AdmissionPlugin other) {
        return with(copy -> copy.admission = other);
    }

    /** With somebody who is told of every request. */
    public ServerOptions withLog(RequestLog other) {
        return with(copy -> copy.log = other);
    }

    /** With planned faults. */
    public ServerOptions withFaults(HttpFaultPlan other) {
        return with(copy -> copy.faults = other);
    }

    /** Which packs from so many bytes on. */
    public ServerOptions withPackingFrom(int bytes) {
        return with(copy -> copy.packFrom = bytes);
    }

    /** Which speaks HTTP/1.1 only, as some proxies do. */
    public ServerOptions withoutHttp2() {
        return with(copy -> copy.http2 = false);
    }

    private ServerOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** The options while one of them is changed. */
    private static final class Copy {
        private final Map<String, User> tokens;
        private final List<Grant> grants;
        private final int historySize;
        private int port;
        private Duration bookmarkInterval;
        private Clock clock;
        private PodProxy proxy;
        private ContainerTools tools;
        private AdmissionPlugin admission;
        private RequestLog log;
        private HttpFaultPlan faults;
        private int packFrom;
        private boolean http2;

        Copy(ServerOptions of) {
            port = of.port;
            tokens = new HashMap<>(of.tokens);
            grants = new ArrayList<>(of.grants);
            historySize = of.historySize;
            bookmarkInterval = of.bookmarkInterval;
            clock = of.clock;
            proxy = of.proxy;
            tools = of.tools;
            admission = of.admission;
            log = of.log;
            faults = of.faults;
            packFrom = of.packFrom;
            http2 = of.http2;
        }

        ServerOptions made() {
            return new ServerOptions(
                    port,
                    tokens,
                    grants,
                    historySize,
                    bookmarkInterval,
                    clock,
                    proxy,
                    tools,
                    admission,
                    log,
                    faults,
                    packFrom,
                    http2);
        }
    }
}
