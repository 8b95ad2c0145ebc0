// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.memory.MirrorMemory;
import podium.kubernetes.internal.memory.RememberedObjects;

/** What one feed keeps of its kind from one start to the next. One thread. */
final class FeedMemory {
    /** A process that is killed forgets no more than this. */
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Kind kind;
    private final MirrorScope scope;
    private final Optional<MirrorMemory> memory;
    private Instant kept;

    FeedMemory(Kind kind, MirrorScope scope) {
        this.kind = kind;
        this.scope = scope;
        this.memory = scope.memory().filter(any -> kind.lasting());
        this.kept = scope.clock().instant();
    }

    boolean isUsed() {
        return memory.isPresent();
    }

    Optional<RememberedObjects> recall() {
        return memory.flatMap(one -> one.recall(kind));
    }

    /** Keeps what was applied up to this version, where it is time. */
    void keepNowAndThen(ChangeDetector applier, String version, Instant heard) {
        if (memory.isPresent() && kept.plus(EVERY).isBefore(scope.clock().instant())) {
            keep(applier, version, heard);
        }
    }

    /** Keeps it, unless it is kept already, or it is not known of which cluster it is or how far it goes. */
    void keep(ChangeDetector applier, String version, Instant heard) {
        String cluster = scope.discovery().cluster();
        if (memory.isPresent() && !cluster.isEmpty() && !version.isEmpty()) {
            kept = scope.clock().instant();
            memory.get().keep(kind, new RememberedObjects(cluster, heard, version, applier.held()));
        }
    }
}
