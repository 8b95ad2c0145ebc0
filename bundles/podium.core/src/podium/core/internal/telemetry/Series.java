// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.telemetry.Reading;

/**
 * One metric of one device: compressed blocks, and a coarser tail for what is older. Appends and queries are guarded by
 * the series itself; the newest sample is read without a lock, under a sequence number that is odd while it changes.
 */
final class Series {
    private final ArrayDeque<Block> sealed = new ArrayDeque<>(2);
    private Block head = new Block();
    private @Nullable Tail tail;
    private int sealedBytes;

    /** 0: nothing yet; odd: the newest sample is being changed. Written under the lock only. */
    private volatile int sequence;

    private long newestTime;
    private double newestValue;

    /**
     * Appends a sample unless it is older than the newest.
     *
     * @param share bytes this series may keep
     * @return how many bytes the series grew (or shrank) by; {@link Integer#MIN_VALUE}: dropped
     */
    synchronized int append(long time, double value, int share) {
        if (head.count() + sealed.size() > 0 && time < newestTime) {
            return Integer.MIN_VALUE;
        }
        int before = bytes();
        if (head.full()) {
            head.seal();
            sealedBytes += head.bytes();
            sealed.add(head);
            head = new Block();
            makeRoom(share);
        }
        head.append(time, value);
        publish(time, value);
        return bytes() - before;
    }

    /** The newest sample; empty when there is none. Never waits. */
    Optional<Reading> newest() {
        while (true) {
            int before = sequence;
            long time = newestTime;
            double value = newestValue;
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && before == sequence) {
                return before == 0 ? Optional.empty() : Optional.of(new Reading(time, value));
            }
            Thread.onSpinWait();
        }
    }

    synchronized void query(CurveBuilder curve) {
        if (tail != null) {
            tail.addTo(curve);
        }
        for (Block block : sealed) {
            read(block, curve);
        }
        read(head, curve);
    }

    synchronized int bytes() {
        return 96 + sealedBytes + head.bytes() + (tail == null ? 0 : tail.bytes());
    }

    private void publish(long time, double value) {
        int now = sequence;
        sequence = now + 1;
        VarHandle.storeStoreFence();
        newestTime = time;
        newestValue = value;
        sequence = now + 2 == 0 ? 2 : now + 2;
    }

    /** Moves the oldest blocks into the tail until the rest is within three quarters of the share. */
    private void makeRoom(int share) {
        while (!sealed.isEmpty() && sealedBytes > share / 4 * 3) {
            Block oldest = sealed.removeFirst();
            sealedBytes -= oldest.bytes();
            Tail into = tail;
            if (into == null) {
                into = new Tail(Math.clamp(share / 4 / 28, 16, 512));
                tail = into;
            }
            oldest.forEach(into::add);
        }
    }

    private static void read(Block block, CurveBuilder curve) {
        if (block.count() > 0 && curve.covers(block.firstTime(), block.lastTime())) {
            block.forEach(curve::add);
        }
    }
}
