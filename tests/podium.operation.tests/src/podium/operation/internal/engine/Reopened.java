// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import podium.core.api.AccessReviewer;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.testkit.LabCluster;
import podium.operation.plan.KindCatalog;

/** One opening of a fake cluster, as whom it says; counts what is sent through it after it was closed. */
public final class Reopened extends LabCluster {
    private final FakeCluster cluster;
    private final SessionIdentity session;
    private final AtomicInteger late = new AtomicInteger();
    private volatile boolean closed;

    public Reopened(FakeCluster cluster, SessionIdentity session) {
        this.cluster = cluster;
        this.session = session;
        cluster.open = Optional.of(this);
    }

    /** Requests that came after it was closed. */
    public int late() {
        return late.get();
    }

    private void used() {
        if (closed) {
            late.incrementAndGet();
        }
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        used();
        if (type == SessionIdentityReader.class) {
            SessionIdentityReader reader = () -> session;
            return Optional.of(type.cast(reader));
        } else if (type == ObjectWriter.class) {
            ObjectWriter writer = this::send;
            return Optional.of(type.cast(writer));
        } else if (type == ObjectReader.class || type == AccessReviewer.class || type == KindCatalog.class) {
            return Optional.of(type.cast(cluster));
        }
        return Optional.empty();
    }

    private WriteResult send(ApiWrite write, boolean dryRun) {
        used();
        return cluster.send(write, dryRun);
    }

    @Override
    public void close() {
        closed = true;
        cluster.open = Optional.empty();
    }
}
