// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Probe;
import org.eclipse.jdt.annotation.Nullable;

/** What a probe of a container asks, in words. */
final class ProbeText {
    private ProbeText() {}

    /** Empty: there is none. */
    static String of(@Nullable Probe probe) {
        if (probe == null) {
            return "";
        }
        String asks = probe.getHttpGet() != null
                ? "GET " + text(probe.getHttpGet().getPath()) + " on port "
                        + probe.getHttpGet().getPort().getValue()
                : probe.getExec() != null
                        ? "runs " + String.join(" ", probe.getExec().getCommand())
                        : probe.getTcpSocket() != null
                                ? "connects to port "
                                        + probe.getTcpSocket().getPort().getValue()
                                : probe.getGrpc() != null
                                        ? "gRPC on port " + probe.getGrpc().getPort()
                                        : "asks";
        return asks + ", every " + or(probe.getPeriodSeconds(), 10) + " s, after "
                + or(probe.getInitialDelaySeconds(), 0) + " s, fails after " + or(probe.getFailureThreshold(), 3);
    }

    private static String text(@Nullable String text) {
        return text == null ? "/" : text;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
