// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.cluster.IdentityChange;
import podium.core.shell.LoginSession;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.ui.label.ProtectionLabels;
import podium.ui.label.Snapshots;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;

/**
 * What is wrong with a cluster's connection, in words. Since when is told by the clock when it is painted.
 *
 * @param title which cluster and how it stands
 * @param what what happened
 * @param advice what to do
 * @param question what the operator is asked to agree to, as it was asked; empty: nothing
 * @param retries whether trying again makes sense
 * @param login what asks on a terminal; empty: nothing does
 * @param turnover what is told until the operator dismisses it; empty: what is told goes by itself
 * @param connected whether it has stood so for as long as its connection stands as it does
 */
public record ConnectionNote(
        Cluster cluster,
        Shown state,
        String title,
        String what,
        String advice,
        Optional<String> question,
        boolean retries,
        Optional<LoginSession> login,
        Optional<IdentityChange> turnover,
        boolean connected) {
    private static final int QUESTION_LINES = 2;

    /** That a cluster is exposed, whatever its connection does; empty when it is not. */
    static Optional<ConnectionNote> exposed(Cluster cluster) {
        return ProtectionLabels.of(cluster)
                .map(shown -> new ConnectionNote(
                        cluster,
                        shown,
                        SafeText.line(cluster.getName()) + ": " + shown.word(),
                        ProtectionLabels.sentence(cluster).orElse(""),
                        ProtectionLabels.advice(cluster),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false));
    }

    private static String opened(boolean simulated, boolean person, String words) {
        if (person) {
            return simulated
                    ? Texts.of("ConnectionNote.openedAsOtherUser", words)
                    : Texts.of("ConnectionNote.openedAndLockedAsOtherUser", words);
        }
        return simulated
                ? Texts.of("ConnectionNote.openedOnOtherCluster", words)
                : Texts.of("ConnectionNote.openedAndLockedOnOtherCluster", words);
    }

    /** That somebody else turned up at the other end of the connection before this one. */
    static ConnectionNote of(Cluster cluster, IdentityChange turnover) {
        boolean person = turnover.of() == IdentityChange.Of.PERSON;
        return new ConnectionNote(
                cluster,
                new Shown(Texts.of("ConnectionNote.openedAgain"), Icon.WARNING, Name.WARNING),
                person
                        ? Texts.of("ConnectionNote.theServerSeesAnother", SafeText.line(cluster.getName()))
                        : Texts.of("ConnectionNote.anotherClusterAnswersHere", SafeText.line(cluster.getName())),
                opened(cluster.isSimulated(), person, SafeText.line(turnover.words())),
                person ? Texts.of("ConnectionNote.makeSureThatThis") : Texts.of("ConnectionNote.makeSureThatThisIs"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(turnover),
                false);
    }

    /** That a cluster is open more than once, by other entries of kubeconfigs. */
    static ConnectionNote twice(Cluster cluster, List<String> others) {
        return new ConnectionNote(
                cluster,
                new Shown(Texts.of("ConnectionNote.openMoreThanOnce"), Icon.WARNING, Name.WARNING),
                Texts.of(
                        "ConnectionNote.theSameClusterAs",
                        SafeText.line(cluster.getName()),
                        SafeText.line(String.join(", ", others))),
                Texts.of("ConnectionNote.twoEntriesReachThe"),
                Texts.of("ConnectionNote.closeOneOfThem"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The note of a cluster's connection; empty when it is as it should be. */
    public static Optional<ConnectionNote> of(Cluster cluster, Optional<String> consent) {
        ConnectionState state = cluster.getConnection();
        boolean slow = state == ConnectionState.CONNECTING && cluster.getConnectionMessage() != null;
        if (Snapshots.is(cluster) || state == ConnectionState.LIVE || state == ConnectionState.CONNECTING && !slow) {
            return Optional.empty();
        }
        Shown shown = StateLabels.of(state);
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
                !asks,
                Optional.empty(),
                Optional.empty(),
                true));
    }

    /** The same while something asks on a terminal: to try again would ask twice. */
    private ConnectionNote asked(Optional<LoginSession> asking) {
        return asking.isEmpty()
                ? this
                : new ConnectionNote(cluster, state, title, what, advice, question, false, asking, turnover, connected);
    }

    /**
     * What happened, short enough for a narrow part: of a question only what it is about, since all of it is read before it is
     * answered.
     */
    public String brief() {
        return question.isEmpty() ? what : what.lines().limit(QUESTION_LINES).collect(Collectors.joining("\n"));
    }

    /** How long it has stood so: for 3 min; or since when; empty: not known, since it does not begin with the connection. */
    public String since(Instant now) {
        if (turnover.isEmpty() && !connected) {
            return "";
        }
        return turnover.map(known -> Texts.of("ConnectionNote.since", Formats.time(known.since())))
                .orElseGet(() ->
                        Texts.of("ConnectionNote.forSomeTime", Formats.lasting(cluster.getConnectionSince(), now)));
    }

    /** The notes of clusters that have one. */
    public static List<ConnectionNote> of(List<Cluster> clusters, ClusterActions actions) {
        List<ConnectionNote> notes = new ArrayList<>();
        for (Cluster cluster : clusters) {
            exposed(cluster).ifPresent(notes::add);
            actions.turnover(cluster).map(turnover -> of(cluster, turnover)).ifPresent(notes::add);
            of(cluster, actions.consentNeeded(cluster))
                    .map(note -> note.asked(actions.login(cluster)))
                    .ifPresent(notes::add);
            List<String> others = actions.alsoOpenAs(cluster);
            if (!others.isEmpty()) {
                notes.add(twice(cluster, others));
            }
        }
        // what waits for an answer comes first
        notes.sort(Comparator.comparing(
                note -> note.question().isEmpty() && note.login().isEmpty()));
        return notes;
    }
}
