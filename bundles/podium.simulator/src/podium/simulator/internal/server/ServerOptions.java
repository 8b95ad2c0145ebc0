// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.server;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.api.AdmissionPlugin;
import podium.simulator.internal.api.PodProxy;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.Role;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.api.http.HttpFaultPlan;
import podium.simulator.internal.api.http.HttpListener;
import podium.simulator.internal.api.http.RequestLog;

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
                List.of(Grant.toGroup(Role.CLUSTER_ADMIN, "system:masters")),
                HISTORY,
                BOOKMARKS,
                Clock.systemUTC(),
                PodProxy.NONE,
                AdmissionPlugin.NONE,
                RequestLog.NONE,
                HttpFaultPlan.NONE,
                HttpListener.Service.PACK_FROM,
                true);
    }

    /** With a token for a user. */
    public ServerOptions withToken(String token, User user) {
        Map<String, User> more = new HashMap<>(tokens);
        more.put(token, user);
        return new ServerOptions(
                port,
                more,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                faults,
                packFrom,
                http2);
    }

    /** With one more grant. */
    public ServerOptions withGrant(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new ServerOptions(
                port,
                tokens,
                more,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                faults,
                packFrom,
                http2);
    }

    /** With a port. */
    public ServerOptions withPort(int other) {
        return new ServerOptions(
                other,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                faults,
                packFrom,
                http2);
    }

    /** With another time between bookmarks. */
    public ServerOptions withBookmarkInterval(Duration other) {
        return new ServerOptions(
                port, tokens, grants, historySize, other, clock, proxy, admission, log, faults, packFrom, http2);
    }

    /** With another clock. */
    public ServerOptions withClock(Clock other) {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                other,
                proxy,
                admission,
                log,
                faults,
                packFrom,
                http2);
    }

    /** With somebody who answers for pods and nodes. */
    public ServerOptions withProxy(PodProxy other) {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                other,
                admission,
                log,
                faults,
                packFrom,
                http2);
    }

    /** With somebody who looks at every write. */
    public ServerOptions withAdmission(AdmissionPlugin other) {
        return new ServerOptions(
                port, tokens, grants, historySize, bookmarkInterval, clock, proxy, other, log, faults, packFrom, http2);
    }

    /** With somebody who is told of every request. */
    public ServerOptions withLog(RequestLog other) {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                other,
                faults,
                packFrom,
                http2);
    }

    /** With planned faults. */
    public ServerOptions withFaults(HttpFaultPlan other) {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                other,
                packFrom,
                http2);
    }

    /** Which packs from so many bytes on. */
    public ServerOptions withPackingFrom(int bytes) {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                faults,
                bytes,
                http2);
    }

    /** Which speaks HTTP/1.1 only, as some proxies do. */
    public ServerOptions withoutHttp2() {
        return new ServerOptions(
                port,
                tokens,
                grants,
                historySize,
                bookmarkInterval,
                clock,
                proxy,
                admission,
                log,
                faults,
                packFrom,
                false);
    }
}
