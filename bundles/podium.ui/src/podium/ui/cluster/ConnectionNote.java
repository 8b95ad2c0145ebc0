// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.kit.Formats;
import podium.ui.kit.SafeText;
import podium.ui.words.Exposure;
import podium.ui.words.States;
import podium.ui.words.States.Shown;

/**
 * What is wrong with a cluster's connection, in words. Since when is told by the clock when it is painted.
 *
 * @param title which cluster and how it stands
 * @param what what happened
 * @param advice what to do
 * @param question what the operator is asked to agree to, as it was asked; empty: nothing
 * @param retries whether trying again makes sense
 */
public record ConnectionNote(
        Cluster cluster,
        Shown state,
        String title,
        String what,
        String advice,
        Optional<String> question,
        boolean retries) {
    private static final int QUESTION_LINES = 2;

    /** That a cluster is exposed, whatever its connection does; empty when it is not. */
    static Optional<ConnectionNote> exposed(Cluster cluster) {
        return Exposure.of(cluster)
                .map(shown -> new ConnectionNote(
                        cluster,
                        shown,
                        SafeText.line(cluster.getName()) + ": " + shown.word(),
                        Exposure.sentence(cluster).orElse(""),
                        Exposure.advice(cluster),
                        Optional.empty(),
                        false));
    }

    /** The note of a cluster's connection; empty when it is as it should be. */
    public static Optional<ConnectionNote> of(Cluster cluster, Optional<String> consent) {
        ConnectionState state = cluster.getConnection();
        boolean slow = state == ConnectionState.CONNECTING && cluster.getConnectionMessage() != null;
        if (state == ConnectionState.LIVE || state == ConnectionState.CONNECTING && !slow) {
            return Optional.empty();
        }
        Shown shown = States.of(state);
        // what runs still may tell of something else while the question stands
        boolean asks = state == ConnectionState.WAITING_FOR_CONSENT || consent.isPresent();
        String message = SafeText.line(cluster.getConnectionMessage());
        String what = asks ? consent.map(SafeText::lines).orElse(message) : message;
        return Optional.of(new ConnectionNote(
                cluster,
                shown,
                SafeText.line(cluster.getName()) + ": " + shown.word(),
                what,
                SafeText.line(cluster.getConnectionAdvice()),
                asks ? consent : Optional.empty(),
                !asks));
    }

    /** What happened, short enough for a narrow part: of a question only what it is about, since all of it is read before it is answered. */
    public String brief() {
        return question.isEmpty() ? what : what.lines().limit(QUESTION_LINES).collect(Collectors.joining("\n"));
    }

    /** How long it has stood so, for 3 min. */
    public String since(Instant now) {
        return "for " + Formats.age(cluster.getConnectionSince(), now);
    }

    /** The notes of clusters that have one. */
    public static List<ConnectionNote> of(List<Cluster> clusters, ClusterActions actions) {
        List<ConnectionNote> notes = new ArrayList<>();
        for (Cluster cluster : clusters) {
            exposed(cluster).ifPresent(notes::add);
            of(cluster, actions.consentNeeded(cluster)).ifPresent(notes::add);
        }
        return notes;
    }
}
