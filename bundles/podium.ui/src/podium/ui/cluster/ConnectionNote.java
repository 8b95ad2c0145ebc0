// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.kit.Formats;
import podium.ui.kit.SafeText;
import podium.ui.words.States;
import podium.ui.words.States.Shown;

/**
 * What is wrong with a cluster's connection, in words. Since when is told by the clock when it is painted.
 *
 * @param title which cluster and how it stands
 * @param what what happened
 * @param advice what to do
 * @param consents whether the operator is asked to agree to something
 * @param retries whether trying again makes sense
 */
public record ConnectionNote(
        Cluster cluster, Shown state, String title, String what, String advice, boolean consents, boolean retries) {

    /** The note of a cluster; empty when its connection is as it should be. */
    public static Optional<ConnectionNote> of(Cluster cluster, Optional<String> consent) {
        ConnectionState state = cluster.getConnection();
        boolean slow = state == ConnectionState.CONNECTING && cluster.getConnectionMessage() != null;
        if (state == ConnectionState.LIVE || state == ConnectionState.CONNECTING && !slow) {
            return cluster.isInsecure() ? Optional.of(insecure(cluster)) : Optional.empty();
        }
        Shown shown = States.of(state);
        boolean asks = state == ConnectionState.WAITING_FOR_CONSENT;
        String message = SafeText.line(cluster.getConnectionMessage());
        String what = asks ? consent.map(SafeText::line).orElse(message) : message;
        return Optional.of(new ConnectionNote(
                cluster,
                shown,
                SafeText.line(cluster.getName()) + ": " + shown.word(),
                what,
                SafeText.line(cluster.getConnectionAdvice()),
                asks,
                !asks));
    }

    private static ConnectionNote insecure(Cluster cluster) {
        return new ConnectionNote(
                cluster,
                new Shown("insecure", podium.ui.kit.Icon.REFUSED, podium.ui.kit.Palette.Name.CRITICAL),
                SafeText.line(cluster.getName()) + ": not verified",
                "The certificate of the server is not verified. Anyone on the way can read and change what is sent.",
                "Give the kubeconfig a certificate-authority.",
                false,
                false);
    }

    /** How long it has stood so, for 3 min. */
    public String since(Instant now) {
        return "for " + Formats.age(cluster.getConnectionSince(), now);
    }

    /** The notes of clusters that have one. */
    public static List<ConnectionNote> of(List<Cluster> clusters, ClusterActions actions) {
        List<ConnectionNote> notes = new ArrayList<>();
        clusters.forEach(cluster -> of(cluster, actions.consentNeeded(cluster)).ifPresent(notes::add));
        return notes;
    }
}
