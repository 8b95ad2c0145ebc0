// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import io.fabric8.kubernetes.api.model.Probe;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.texts.Texts;

/** What a probe of a container asks, in words. */
final class ProbeText {
    private ProbeText() {}

    /** Empty: there is none. */
    static String of(@Nullable Probe probe) {
        if (probe == null) {
            return "";
        }
        String asks = probe.getHttpGet() != null
                ? Texts.of(
                        "ProbeText.getOnPort",
                        text(probe.getHttpGet().getPath()),
                        probe.getHttpGet().getPort().getValue())
                : probe.getExec() != null
                        ? Texts.of(
                                "ProbeText.runs",
                                String.join(" ", probe.getExec().getCommand()))
                        : probe.getTcpSocket() != null
                                ? Texts.of(
                                        "ProbeText.connectsToPort",
                                        probe.getTcpSocket().getPort().getValue())
                                : probe.getGrpc() != null
                                        ? Texts.of(
                                                "ProbeText.grpcOnPort",
                                                probe.getGrpc().getPort())
                                        : Texts.of("ProbeText.asks");
        return Texts.of(
                "ProbeText.everySAfterS",
                asks,
                or(probe.getPeriodSeconds(), 10),
                or(probe.getInitialDelaySeconds(), 0),
                or(probe.getFailureThreshold(), 3));
    }

    private static String text(@Nullable String text) {
        return text == null ? "/" : text;
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
