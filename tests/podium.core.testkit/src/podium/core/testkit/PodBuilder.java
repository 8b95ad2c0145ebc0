// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.time.Instant;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.PodSeen;
import podium.model.value.Labels;

/** A pod like another but for what a test speaks of. */
public final class PodBuilder {
    private final PodSeen like;
    private String namespace;
    private Labels labels;
    private String reason;
    private String message;
    private @Nullable Instant created;
    private @Nullable Instant started;
    private OptionalInt rank;
    private boolean ready;
    private int restarts;
    private @Nullable Instant again;
    private @Nullable Instant failed;
    private @Nullable Instant refused;

    private PodBuilder(PodSeen like) {
        this.like = like;
        namespace = like.namespace();
        labels = like.labels();
        reason = like.reason();
        message = like.message();
        created = like.created();
        started = like.started();
        rank = like.rank();
        ready = like.ready();
        restarts = like.restarts();
        again = like.again();
        failed = like.failed();
        refused = like.refused();
    }

    public static PodBuilder like(PodSeen pod) {
        return new PodBuilder(pod);
    }

    public PodBuilder namespace(String name) {
        namespace = name;
        return this;
    }

    public PodBuilder labels(Labels all) {
        labels = all;
        return this;
    }

    public PodBuilder saying(String why, String words) {
        reason = why;
        message = words;
        return this;
    }

    /** Created and started then. */
    public PodBuilder since(Instant time) {
        created = time;
        started = time;
        return this;
    }

    public PodBuilder rank(int number) {
        rank = OptionalInt.of(number);
        return this;
    }

    /** It runs, and takes no requests yet. */
    public PodBuilder unready() {
        ready = false;
        return this;
    }

    /** Its containers were started again so often. */
    public PodBuilder restarted(int times) {
        restarts = times;
        return this;
    }

    /** One of its containers ended in failure then. */
    public PodBuilder failed(Instant time) {
        failed = time;
        return this;
    }

    /** They run again since then after they were held back. */
    public PodBuilder runsAgain(Instant since) {
        again = since;
        return this;
    }

    /** Its scheduler said then why it has no node. */
    public PodBuilder refused(Instant time) {
        refused = time;
        return this;
    }

    public PodSeen build() {
        return new PodSeen(
                namespace,
                like.name(),
                like.uid(),
                labels,
                like.phase(),
                reason,
                message,
                like.controller(),
                like.nodeName(),
                like.spec(),
                ready,
                like.mirror(),
                restarts,
                created,
                started,
                like.deletion(),
                like.deviceIds(),
                rank,
                again,
                failed,
                refused);
    }
}
