// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.label.Snapshots;
import podium.ui.topology.texts.Texts;

/**
 * What an operator must know of a cluster's connection, where the cluster is drawn.
 *
 * @param problem true when something is wrong, false when it is only under way, or waits for the operator
 * @param what what happened
 * @param since since when; empty when not known
 * @param advice what to do; empty when nothing needs to be done
 */
public record ConnectionNotice(boolean problem, String what, Optional<Instant> since, Optional<String> advice) {
    /** The notice of a cluster; empty when it is live and has nodes with devices. */
    public static Optional<ConnectionNotice> of(Cluster cluster) {
        if (Snapshots.is(cluster)) {
            return Optional.empty();
        }
        ConnectionState state = cluster.getConnection();
        if (state == ConnectionState.LIVE && isWithoutDevices(cluster)) {
            return Optional.of(new ConnectionNotice(
                    false,
                    Texts.of("ConnectionNotice.noneOfItsNodes"),
                    Optional.empty(),
                    Optional.of(Texts.of("ConnectionNotice.ifItHasGpus"))));
        }
        if (state == ConnectionState.LIVE) {
            return cluster.getNodes().isEmpty()
                    ? Optional.of(new ConnectionNotice(
                            false,
                            Texts.of("ConnectionNotice.connectedNoNodeIs"),
                            instant(cluster.getConnectionSince()),
                            Optional.of(Texts.of("ConnectionNotice.ifThisStaysCheck"))))
                    : Optional.empty();
        }
        if (state == ConnectionState.WAITING_FOR_CONSENT) {
            return Optional.of(new ConnectionNotice(
                    false,
                    word(state) + ".",
                    instant(cluster.getConnectionSince()),
                    Optional.of(Texts.of("ConnectionNotice.fleetSaysWhatIt"))));
        }
        String said = cluster.getConnectionMessage() == null ? "" : CleanText.clean(cluster.getConnectionMessage());
        String what = said.isEmpty() ? word(state) : word(state) + ": " + said;
        String advice = cluster.getConnectionAdvice();
        return Optional.of(new ConnectionNotice(
                state != ConnectionState.CONNECTING && state != ConnectionState.WAITING_FOR_CONSENT,
                what,
                instant(cluster.getConnectionSince()),
                advice == null || advice.isBlank() ? Optional.empty() : Optional.of(CleanText.clean(advice))));
    }

    private static boolean isWithoutDevices(Cluster cluster) {
        return !cluster.getNodes().isEmpty()
                && cluster.getNodes().stream()
                        .allMatch(node -> node.getAccelerators().isEmpty());
    }

    private static Optional<Instant> instant(@Nullable Instant instant) {
        return instant == null ? Optional.empty() : Optional.of(instant);
    }

    /** The word for a connection state. */
    public static String word(ConnectionState state) {
        return switch (state) {
            case CONNECTING -> Texts.of("ConnectionNotice.connecting");
            case LIVE -> Texts.of("ConnectionNotice.live");
            case STALE -> Texts.of("ConnectionNotice.stale");
            case WAITING_FOR_CONSENT -> Texts.of("ConnectionNotice.waitingForYourConsent");
            case REFUSED -> Texts.of("ConnectionNotice.refused");
            case FAILED -> Texts.of("ConnectionNotice.failed");
            case CLOSED -> Texts.of("ConnectionNotice.closed");
        };
    }

    /** The same within a line. */
    public static String within(ConnectionState state) {
        return switch (state) {
            case CONNECTING -> Texts.of("ConnectionNotice.withinConnecting");
            case LIVE -> Texts.of("ConnectionNotice.withinLive");
            case STALE -> Texts.of("ConnectionNotice.withinStale");
            case WAITING_FOR_CONSENT -> Texts.of("ConnectionNotice.withinWaitingForYourConsent");
            case REFUSED -> Texts.of("ConnectionNotice.withinRefused");
            case FAILED -> Texts.of("ConnectionNotice.withinFailed");
            case CLOSED -> Texts.of("ConnectionNotice.withinClosed");
        };
    }
}
