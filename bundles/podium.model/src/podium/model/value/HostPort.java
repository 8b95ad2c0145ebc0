// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/**
 * A port of the node itself that a pod takes.
 *
 * @param ip address it listens on; {@code 0.0.0.0}: all of the node's
 * @param protocol TCP, UDP or SCTP
 */
public record HostPort(String ip, String protocol, int port) {
    private static final String ALL = "0.0.0.0";

    /** Empty texts are what the API takes them for: all addresses, TCP. */
    public HostPort {
        ip = ip.isEmpty() ? ALL : ip;
        protocol = protocol.isEmpty() ? "TCP" : protocol;
    }

    /** A TCP port on all addresses. */
    public static HostPort of(int port) {
        return new HostPort("", "", port);
    }

    /** True when only one of two pods can have its port (HostPortInfo.CheckConflict of the scheduler framework). */
    public boolean meets(HostPort other) {
        return port == other.port
                && protocol.equals(other.protocol)
                && (ip.equals(other.ip) || ip.equals(ALL) || other.ip.equals(ALL));
    }

    /** True when two pods that take these ports cannot share a node. */
    public static boolean meet(List<HostPort> some, List<HostPort> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(one::meets));
    }

    /** {@code 8080}, {@code 53/UDP}, {@code 10.0.0.1:8080}: what differs from the usual is said. */
    @Override
    public String toString() {
        return (ip.equals(ALL) ? "" : ip + ":") + port + (protocol.equals("TCP") ? "" : "/" + protocol);
    }
}
