// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Step;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** What is said of a job that was moved to another cluster, in the one that it left: there it stays, and is suspended. */
public final class MovedJobs {
    /** Begins the titles of both operations of a move in the journal, whatever language is spoken. */
    public static final String MOVE = "Move";
    /** Ends what the titles of both have in common. */
    public static final String END = ": ";

    private static final String TO = "to";
    private static final Pattern PART =
            Pattern.compile("^(.*" + END + ")?" + MOVE + " \\S+ " + TO + " (.+?)" + END + "(.+)$");
    private static final String STOP = "suspend";
    private static final String SUBMIT = "submit";

    private MovedJobs() {}

    /** What the move of a job is called. */
    public static String title(String job, String cluster) {
        return String.join(" ", MOVE, job, TO, cluster);
    }

    /** The title of a part of a move, or of its undo, in the order of what it does: "Undo: Submit train (move to west)". */
    public static String shown(String title) {
        return PART.matcher(title)
                .replaceFirst(part -> Matcher.quoteReplacement(Texts.of(
                        "MovedJobs.partOfAMove",
                        Optional.ofNullable(part.group(1)).orElse("") + part.group(3),
                        part.group(2))));
    }

    /** Whether an operation is the part of a move that stopped the job where it was. */
    public static boolean isStop(Operation operation) {
        return isPart(operation, STOP);
    }

    /** A queue is moved to as well, by one operation. */
    private static boolean isPart(Operation operation, String kind) {
        String title = operation.plan().title();
        return title.startsWith(MOVE)
                && title.contains(END)
                && operation.plan().kind().equals(kind);
    }

    /**
     * What a move left behind.
     *
     * @param words that it was moved, where to, and when
     * @param there the cluster in which it was submitted and may run; empty: it never got there
     * @param last the part of the move that is to be undone first
     */
    public record Left(String words, Optional<String> there, Operation last) {
        /** What resuming it here does; empty: nothing but that. */
        public Optional<String> secondRun() {
            return there.map(cluster -> Texts.of("MovedJobs.resumeASecondRun", cluster));
        }
    }

    /** What is said of a job that a move left behind; empty: none did. In the realm. */
    public static Optional<String> words(Job job, List<Operation> newestFirst) {
        return left(job, newestFirst).map(Left::words);
    }

    /** That a suspended job was stopped by a move; empty: it was not, as far as the journal knows. In the realm. */
    public static Optional<Left> left(Job job, List<Operation> newestFirst) {
        @Nullable Cluster cluster = job.getCluster();
        if (cluster == null || job.getState() != JobState.SUSPENDED) {
            return Optional.empty();
        }
        ClusterId here = ClusterId.of(cluster);
        String begin = title(job.getName(), "");
        List<Operation> moves = newestFirst.stream()
                .filter(operation -> operation.plan().title().startsWith(begin))
                .filter(operation ->
                        job.getCreated() == null || operation.started().isAfter(job.getCreated()))
                .toList();
        if (moves.stream().noneMatch(MovedJobs::isStop)) {
            return unstopped(moves, here, begin);
        }
        return moves.stream()
                .filter(MovedJobs::isStop)
                .filter(operation -> operation.plan().cluster().equals(here) && isIn(job.getNamespace(), operation))
                .findFirst()
                .filter(operation -> isIn(operation.state()))
                .map(operation -> left(operation, begin, newestFirst));
    }

    /** What was suspended before it was moved needed no stop. */
    private static Optional<Left> unstopped(List<Operation> moves, ClusterId here, String begin) {
        return moves.stream()
                .filter(operation -> isPart(operation, SUBMIT) && isIn(operation.state()))
                .filter(operation -> !operation.plan().cluster().equals(here))
                .findFirst()
                .map(submit -> left(submit, begin, moves));
    }

    /** Done or under way. */
    private static boolean isIn(OperationState state) {
        return state == OperationState.DONE || !state.ended();
    }

    private static boolean isIn(@Nullable String namespace, Operation operation) {
        return operation.plan().steps().stream()
                .anyMatch(step -> step instanceof Step.Write write
                        && write.write().target().namespace().equals(namespace));
    }

    private static Left left(Operation stop, String begin, List<Operation> newestFirst) {
        String title = stop.plan().title();
        String move = title.substring(0, Math.max(begin.length(), title.lastIndexOf(END)));
        Optional<Operation> submitted = newestFirst.stream()
                .filter(operation -> operation.plan().title().startsWith(move + END))
                .filter(operation ->
                        isPart(operation, SUBMIT) && !operation.started().isBefore(stop.started()))
                .filter(operation -> isIn(operation.state()))
                .findFirst();
        String to = move.substring(begin.length());
        String at = Formats.time(stop.started());
        String words = submitted.isPresent()
                ? Texts.of("MovedJobs.wasMoved", to, at)
                : !stop.state().ended()
                        ? Texts.of("MovedJobs.isBeingMoved", to, at)
                        : Texts.of(
                                "MovedJobs.wasNotSubmitted", to, at, stop.plan().cluster());
        return new Left(words, submitted.map(_ -> to), submitted.orElse(stop));
    }
}
