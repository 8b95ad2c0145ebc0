// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.util.ArrayList;
import java.util.List;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;

/** Collects the changes of one feed and hands them on in runs, so that a busy stream costs few calls. One thread. */
final class ChangeBatcher {
    private static final int RUN = 512;

    private final ClusterId cluster;
    private final ChangeSink sink;
    private List<Change> changes = new ArrayList<>();

    ChangeBatcher(ClusterId cluster, ChangeSink sink) {
        this.cluster = cluster;
        this.sink = sink;
    }

    void add(Change change) {
        changes.add(change);
        if (changes.size() >= RUN) {
            flush();
        }
    }

    void flush() {
        if (!changes.isEmpty()) {
            List<Change> run = changes;
            changes = new ArrayList<>(Math.min(RUN, run.size() + 16));
            sink.accept(cluster, run);
        }
    }
}
