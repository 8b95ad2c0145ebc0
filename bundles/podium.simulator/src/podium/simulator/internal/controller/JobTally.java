// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;

/** Which pods of one Job have been counted as succeeded or failed. Pods the controller itself removed do not count. */
final class JobTally {

    private final Set<String> counted = new HashSet<>();
    private final TreeSet<Integer> indexes = new TreeSet<>();
    private int succeeded;
    private int failed;
    private Instant lastFailure = Instant.MIN;

    /** Starts from what the status says already. */
    static JobTally of(ObjectNode job) {
        JobTally tally = new JobTally();
        tally.succeeded = Json.number(job, 0, "status", "succeeded");
        tally.failed = Json.number(job, 0, "status", "failed");
        return tally;
    }

    int succeeded() {
        return succeeded;
    }

    int failed() {
        return failed;
    }

    /** The pod was removed by the controller: it neither succeeded nor failed. */
    void exclude(ObjectNode pod) {
        counted.add(Json.uid(pod));
    }

    /** Counts a pod that has ended, or is being deleted where that counts as an end. */
    void count(ObjectNode pod, JobSpec spec, Instant now) {
        if (Pods.succeeded(pod)) {
            if (counted.add(Json.uid(pod))) {
                success(pod, spec);
            }
        } else if (Pods.failed(pod) || Json.terminating(pod) && !spec.replaceFailedOnly()) {
            fail(pod, now);
        }
    }

    private void success(ObjectNode pod, JobSpec spec) {
        if (!spec.indexed() || indexes.add(JobPods.index(pod))) {
            succeeded++;
        }
    }

    /** The object went away; a pod that had not ended counts as failed. */
    void gone(ObjectNode pod, Instant now) {
        if (!Pods.succeeded(pod)) {
            fail(pod, now);
        }
        counted.remove(Json.uid(pod));
    }

    private void fail(ObjectNode pod, Instant now) {
        if (counted.add(Json.uid(pod))) {
            failed++;
            lastFailure = now;
        }
    }

    /** Whether what was asked for has been done. */
    boolean complete(JobSpec spec, List<ObjectNode> pods) {
        if (spec.completions().isPresent()) {
            return succeeded >= spec.completions().getAsInt();
        }
        return succeeded > 0 && pods.stream().noneMatch(Pods::active);
    }

    boolean done(int index) {
        return indexes.contains(index);
    }

    /** How many pods are to be made. */
    int missing(JobSpec spec, List<ObjectNode> pods) {
        long active = pods.stream().filter(Pods::active).count();
        long ending = pods.stream()
                .filter(pod -> Json.terminating(pod) && !Pods.finished(pod))
                .count();
        long occupied = spec.replaceFailedOnly() ? active + ending : active;
        if (spec.completions().isEmpty()) {
            return succeeded > 0 ? 0 : (int) (spec.parallelism() - occupied);
        }
        int left = spec.completions().getAsInt() - succeeded;
        return (int) (Math.min(spec.parallelism(), left) - occupied);
    }

    /** How long to wait before the next pod: doubled with each failure, from the first delay to the longest. */
    Duration delay(Duration first, Duration longest, Instant now) {
        if (failed == 0 || lastFailure.equals(Instant.MIN)) {
            return Duration.ZERO;
        }
        Duration backoff = first.multipliedBy(1L << Math.min(failed - 1, 10));
        Instant end = lastFailure.plus(backoff.compareTo(longest) < 0 ? backoff : longest);
        return now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** Completed indexes as the status writes them, such as {@code 0-3,5}. */
    String completedIndexes() {
        StringBuilder text = new StringBuilder();
        int start = -2;
        int last = -2;
        for (int index : indexes) {
            if (index != last + 1) {
                close(text, start, last);
                start = index;
            }
            last = index;
        }
        close(text, start, last);
        return text.toString();
    }

    private static void close(StringBuilder text, int start, int last) {
        if (start >= 0) {
            text.append(text.isEmpty() ? "" : ",").append(start);
            if (last > start) {
                text.append(last == start + 1 ? "," : "-").append(last);
            }
        }
    }
}
