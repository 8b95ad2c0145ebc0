// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.json.ApiTimes;
import podium.kubernetes.internal.json.JsonInput;

/**
 * When a container of a pod last ended in failure, and since when those run again that the kubelet has held back before: it does so from
 * the second restart on where a run was shorter than twice the longest back-off (Backoff.hasExpired of client-go). Who begins to look in
 * the moment in which such a container runs sees its crash loop by nothing else. Reused from pod to pod.
 */
final class ContainerRuns {
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private int restarts;
    private boolean runs;
    private String since = "";
    private String lastBegan = "";
    private String lastEnded = "";
    private boolean steady;
    private @Nullable Instant again;
    private @Nullable Instant failed;

    void clear() {
        failed = null;
        steady = false;
        again = null;
    }

    void begin() {
        restarts = 0;
        runs = false;
        since = "";
        lastBegan = "";
        lastEnded = "";
    }

    void restarted(int times) {
        restarts = times;
    }

    void running(JsonInput in) throws IOException {
        runs = true;
        if (in.object()) {
            for (String field = in.name(); field != null; field = in.name()) {
                if ("startedAt".equals(field)) {
                    since = in.text();
                } else {
                    in.skip();
                }
            }
        }
    }

    void last(JsonInput in) throws IOException {
        if (!in.object()) {
            return;
        }
        for (String state = in.name(); state != null; state = in.name()) {
            if (!"terminated".equals(state)) {
                in.skip();
            } else if (in.object()) {
                long code = 0;
                for (String field = in.name(); field != null; field = in.name()) {
                    switch (field) {
                        case "exitCode" -> code = in.whole(0);
                        case "startedAt" -> lastBegan = in.text();
                        case "finishedAt" -> lastEnded = in.text();
                        default -> in.skip();
                    }
                }
                ended(code, lastEnded);
            }
        }
    }

    void ended(long code, String at) {
        @Nullable Instant ended = code == 0 ? null : ApiTimes.parse(at);
        if (ended != null && (failed == null || failed.isBefore(ended))) {
            failed = ended;
        }
    }

    @Nullable
    Instant failed() {
        return failed;
    }

    void end() {
        @Nullable Instant now = restarts < 2 ? null : ApiTimes.parse(since);
        @Nullable Instant began = ApiTimes.parse(lastBegan);
        @Nullable Instant ended = ApiTimes.parse(lastEnded);
        boolean loops = now != null
                && began != null
                && ended != null
                && Duration.between(began, ended).compareTo(FORGOTTEN) < 0;
        steady |= runs && !loops;
        if (runs && loops) {
            again = now;
        }
    }

    /** Null: one of them runs that was not held back, or none runs. */
    @Nullable
    Instant again() {
        return steady ? null : again;
    }
}
