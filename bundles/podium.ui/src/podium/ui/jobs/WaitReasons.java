// SPDX-License-Identifier: Apache-2.0
package podium.ui.jobs;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.FleetDelta;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.value.WorkKind;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.placement.PlacementService;
import podium.ui.label.MovedJobs;
import podium.ui.label.WaitWords;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/**
 * Why jobs wait, in the words of the Waits page. Each answer looks at every node, some 2 ms at 5,000 nodes and 30 ms the first
 * time, so it is worked out a little at a time and kept: what is on the screen first and anew every few seconds, the rest
 * once. What is selected, and a job that changed, is worked out anew at once, since the Waits page says the same beside it.
 * Until then the reason that the cluster gives stands there. In the realm.
 */
@Creatable
public final class WaitReasons {
    /** After this long an answer that is on the screen is worked out anew: the nodes are others by then. */
    static final Duration FRESH = Duration.ofSeconds(5);

    /** Jobs beyond those on the screen that get an answer; of more, nobody reads all. */
    static final int MOST = 2000;

    private final PlacementService placement;
    private final Supplier<List<Operation>> operations;
    private final InstantSource clock;
    private Consumer<Job> refusals = _ -> {};
    private final Map<Job, JudgedReason> known = new WeakHashMap<>();
    private final Set<Job> doubted = Collections.newSetFromMap(new WeakHashMap<>());
    /** Whether anything changed since what is selected was worked out. */
    private boolean moved;

    /** @param moved what is said of it as one that a move left behind; empty: no move did */
    private record JudgedReason(String words, Optional<String> moved, Instant at) {}

    @Inject
    public WaitReasons(PlacementService placement, OperationService operations, UiServices services) {
        this(placement, operations::operations, services.clock());
    }

    WaitReasons(PlacementService placement, Supplier<List<Operation>> operations, InstantSource clock) {
        this.placement = placement;
        this.operations = operations;
        this.clock = clock;
    }

    /** Tells of each job that is worked out from now on, to ask why it lacks pods. */
    public void asking(Consumer<Job> asking) {
        refusals = asking;
    }

    /** Why a job waits, as far as is known; empty: nothing to say. */
    public String of(Job job) {
        @Nullable JudgedReason answer = waits(job) ? known.get(job) : null;
        return answer == null || answer.words().isEmpty() ? SafeText.line(job.getReason()) : answer.words();
    }

    /** True for a job of which nothing runs yet. */
    static boolean waits(Job job) {
        return job.getCluster() != null
                && !JobTraits.has(job, WorkKind.Trait.MAKES_JOBS)
                && (job.getState() == JobState.WAITING
                        || job.getState() == JobState.HELD
                        || job.getState() == JobState.SUSPENDED);
    }

    /** Something changed: what was worked out of these jobs before, and of what is selected, may be another thing now. */
    void changed(FleetDelta delta) {
        moved = true;
        doubted.addAll(delta.jobs());
        delta.tasks().stream().map(Task::getJob).filter(Objects::nonNull).forEach(doubted::add);
    }

    /**
     * Works answers out for about so long, but at least one where one is wanted.
     *
     * @param chosen jobs that are selected
     * @param seen jobs that are on the screen
     * @param all all jobs
     * @param most at most a part of a frame
     * @return the jobs of which the words are others now
     */
    public List<Job> advance(List<Job> chosen, List<Job> seen, Collection<Job> all, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        Instant old = clock.instant().minus(FRESH);
        List<Job> changed = new ArrayList<>();
        boolean time = true;
        if (moved) {
            moved = false;
            doubted.addAll(chosen);
        }
        Set<Job> first = new LinkedHashSet<>(chosen);
        first.addAll(seen);
        for (Job job : first) {
            @Nullable JudgedReason answer = known.get(job);
            if (time
                    && waits(job)
                    && (answer == null || answer.at().isBefore(old) || doubted.contains(job) || movedOn(job, answer))) {
                answer(job, changed);
                time = System.nanoTime() < end;
            }
        }
        if (known.size() < MOST) {
            for (Job job : all) {
                if (!time) {
                    break;
                }
                if (waits(job) && !known.containsKey(job)) {
                    answer(job, changed);
                    time = System.nanoTime() < end && known.size() < MOST;
                }
            }
        }
        return changed;
    }

    /** A step of a move is told at once, as Details does: which cluster has the job is no matter of seconds. */
    private boolean movedOn(Job job, JudgedReason answer) {
        return !MovedJobs.words(job, operations.get()).equals(answer.moved());
    }

    private void answer(Job job, List<Job> changed) {
        String before = of(job);
        refusals.accept(job);
        Optional<String> moved = MovedJobs.words(job, operations.get());
        String words = moved.orElseGet(
                () -> placement.obstacles(job).stream().map(WaitWords::timed).collect(Collectors.joining("; ")));
        doubted.remove(job);
        known.put(job, new JudgedReason(SafeText.line(words), moved, clock.instant()));
        if (!of(job).equals(before)) {
            changed.add(job);
        }
    }
}
