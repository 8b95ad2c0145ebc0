// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.Sample;

/**
 * One metric of one device: the newest samples as they came, compressed blocks, and a coarser tail for what is older.
 * All is guarded by one object, which series that are appended to together may share; a query holds it only while it takes
 * down what there is. The newest sample is read without a lock, under a sequence number that is odd while it changes.
 */
final class Series {
    /** Object, fields and the state of the frames, as the JVM lays them out. */
    private static final int OVERHEAD = 128;

    /** Does what takes longer than an append may; asked by the appending thread, which holds the lock. */
    interface Work {
        /** Writes frames. */
        FrameWriter frames();

        /** Bytes a series may keep now, whose even share is this. */
        int room(int share);

        /** A block gets no more: at any time, {@link Series#replace} may be called with a smaller form of it. */
        void sealed(Series series, SampleBlock block);
    }

    private static final VarHandle SEQUENCE = sequence();

    private final Object guard;
    private final FrameState state = new FrameState();
    private final PendingSamples pending = new PendingSamples();
    private @Nullable List<SampleChunk> sealed;
    private @Nullable SampleBlock head;
    private @Nullable DownsampledTail tail;
    private int sealedBytes;

    /** 0: nothing yet; odd: the newest sample is being changed. Written under the lock only. */
    private int sequence;

    private long newestTime;
    private double newestValue;

    /** Time of the last sample that was handed out by {@link #unsaved}. */
    private long saved = Long.MIN_VALUE;

    /** @param guard what is locked around each use */
    Series(Object guard) {
        this.guard = guard;
    }

    /**
     * Appends a sample unless it is older than the newest.
     *
     * @param share bytes this series may keep
     * @param work asked where there is something to write
     * @return how many bytes the series grew (or shrank) by; {@link Integer#MIN_VALUE}: dropped
     */
    int append(long time, double value, int share, Work work) {
        synchronized (guard) {
            return take(time, value, share, work);
        }
    }

    /** As {@link #append}; the caller holds the guard. */
    int take(long time, double value, int share, Work work) {
        boolean first = sequence == 0;
        long gap = first ? 0 : time - newestTime;
        if (!first && time < newestTime) {
            return Integer.MIN_VALUE;
        }
        int grown = 0;
        SampleBlock full = null;
        if (gap > Integer.MAX_VALUE || gap < 0) {
            int before = bytes();
            flush(work.frames());
            full = head;
            seal(share, work);
            grown = bytes() - before;
            gap = 0;
        }
        grown += pending.add(time, (int) gap, value, state);
        publish(time, value);
        if (pending.full()) {
            int before = bytes();
            flush(work.frames());
            if (head != null && head.count() >= SampleBlock.CAPACITY) {
                full = head;
                seal(share, work);
            }
            grown += bytes() - before;
        }
        if (full != null) {
            work.sealed(this, full);
        }
        return grown;
    }

    /**
     * Puts samples before the oldest, as far as they are older and there is room.
     *
     * @return how many bytes the series grew by
     */
    int prepend(long[] times, double[] values, int share, EncoderScratch encoders) {
        synchronized (guard) {
            if (tail != null || sequence == 0) {
                return 0;
            }
            int older = 0;
            long oldest = oldest();
            while (older < times.length && times[older] < oldest) {
                older++;
            }
            int before = sealedBytes;
            List<SampleChunk> blocks = blocks();
            for (int end = older; end > 0; end -= Math.min(end, SampleBlock.CAPACITY)) {
                SampleChunk block = encoders.dense(
                        SampleBlock.of(times, values, Math.max(0, end - SampleBlock.CAPACITY), end, encoders.frames()));
                if (sealedBytes + block.bytes() > share / 4 * 3) {
                    break;
                }
                blocks.addFirst(block);
                sealedBytes += block.bytes();
            }
            return sealedBytes - before;
        }
    }

    /**
     * Takes what is left of samples from before all others; in order of time.
     *
     * @return how many bytes the series grew by
     */
    int restore(DayRecord.Coarse spans, long from, int share) {
        synchronized (guard) {
            if (sequence != 0) {
                return 0;
            }
            DownsampledTail into = tail;
            boolean made = into == null;
            if (into == null) {
                into = newTail(share);
                tail = into;
            }
            DownsampledTail target = into;
            spans.forEach((time, min, max, sum, count) -> {
                if (time >= from) {
                    target.add(time, min, max, sum, count);
                }
            });
            return made ? target.bytes() : 0;
        }
    }

    private static DownsampledTail newTail(int share) {
        return new DownsampledTail(Math.clamp(share / 4 / 28, 16, 512));
    }

    private long oldest() {
        List<SampleChunk> blocks = sealed;
        if (blocks != null && !blocks.isEmpty()) {
            return blocks.getFirst().firstTime();
        }
        return head != null ? head.firstTime() : pending.count() > 0 ? pending.firstTime() : newestTime;
    }

    private List<SampleChunk> blocks() {
        List<SampleChunk> blocks = sealed;
        if (blocks == null) {
            blocks = new ArrayList<>(2);
            sealed = blocks;
        }
        return blocks;
    }

    /** The newest sample; empty when there is none. Never waits. */
    Optional<Sample> newest() {
        while (true) {
            int before = (int) SEQUENCE.getAcquire(this);
            long time = newestTime;
            double value = newestValue;
            VarHandle.loadLoadFence();
            if ((before & 1) == 0 && before == sequence) {
                return before == 0 ? Optional.empty() : Optional.of(new Sample(time, value));
            }
            Thread.onSpinWait();
        }
    }

    /** What is within the time of the curve; samples may be appended while it is read. */
    void query(CurveBuilder curve, BucketSummaries summaries) {
        List<SampleChunk> covered = new ArrayList<>();
        PendingSamples newest;
        FrameState before;
        synchronized (guard) {
            if (tail != null) {
                tail.addTo(curve);
            }
            if (sealed != null) {
                for (SampleChunk block : sealed) {
                    if (curve.covers(block.firstTime(), block.lastTime())) {
                        covered.add(block);
                    }
                }
            }
            SampleBlock growing = head;
            if (growing != null && curve.covers(growing.firstTime(), growing.lastTime())) {
                covered.add(growing.copy());
            }
            newest = pending.copy();
            before = state.copy();
        }
        covered.forEach(block -> summaries.add(block, curve));
        newest.forEach(before, curve::add);
    }

    /** Gives the samples from a time on that are kept one by one, in order. */
    void forEach(long from, SampleChunk.Taker taker) {
        synchronized (guard) {
            SampleChunk.Taker late = (time, value) -> {
                if (time >= from) {
                    taker.take(time, value);
                }
            };
            if (sealed != null) {
                sealed.stream().filter(block -> block.lastTime() >= from).forEach(block -> block.forEach(late));
            }
            SampleBlock growing = head;
            if (growing != null && growing.lastTime() >= from) {
                growing.forEach(late);
            }
            pending.forEach(state, late);
        }
    }

    /** Gives the samples that came since it was asked last. */
    void unsaved(SampleChunk.Taker taker) {
        synchronized (guard) {
            if (sequence != 0 && newestTime > saved) {
                long from = saved == Long.MIN_VALUE ? saved : saved + 1;
                saved = newestTime;
                forEach(from, taker);
            }
        }
    }

    /** What came up to now is on disk already. */
    void setSaved() {
        synchronized (guard) {
            saved = newestTime;
        }
    }

    int bytes() {
        synchronized (guard) {
            return OVERHEAD
                    + pending.bytes()
                    + sealedBytes
                    + (head == null ? 0 : head.bytes())
                    + (tail == null ? 0 : tail.bytes());
        }
    }

    private void publish(long time, double value) {
        int now = sequence;
        sequence = now + 1;
        VarHandle.storeStoreFence();
        newestTime = time;
        newestValue = value;
        SEQUENCE.setRelease(this, now + 2 == 0 ? 2 : now + 2);
    }

    private static VarHandle sequence() {
        try {
            return MethodHandles.lookup().findVarHandle(Series.class, "sequence", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private void flush(FrameWriter writer) {
        int count = pending.count();
        if (count == 0) {
            return;
        }
        SampleBlock into = head;
        if (into == null) {
            into = new SampleBlock(pending.firstTime());
            head = into;
        }
        if (pending.steady() && pending.constant() && into.count() > 0) {
            FrameWriter.writeSame(into.bits());
        } else {
            pending.into(writer, state);
            if (into.count() == 0) {
                state.clear();
            }
            writer.write(state, into.bits(), count);
        }
        into.grew(count, newestTime);
        pending.clear();
    }

    private void seal(int share, Work work) {
        SampleBlock block = head;
        if (block == null) {
            return;
        }
        block.seal();
        List<SampleChunk> blocks = blocks();
        blocks.add(block);
        sealedBytes += block.bytes();
        head = null;
        makeRoom(blocks, work.room(share));
    }

    /**
     * Keeps another form of a sealed block, where it is still there.
     *
     * @return how many bytes the series grew by: none, or fewer
     */
    int replace(SampleBlock block, SampleChunk by) {
        synchronized (guard) {
            int at = blocks().indexOf(block);
            if (at < 0) {
                return 0;
            }
            blocks().set(at, by);
            int grown = by.bytes() - block.bytes();
            sealedBytes += grown;
            return grown;
        }
    }

    /** Moves the oldest blocks into the tail until the rest is within three quarters of the room. */
    private void makeRoom(List<SampleChunk> blocks, int room) {
        while (!blocks.isEmpty() && sealedBytes > room / 4 * 3) {
            SampleChunk oldest = blocks.removeFirst();
            sealedBytes -= oldest.bytes();
            DownsampledTail into = tail;
            if (into == null) {
                into = newTail(room);
                tail = into;
            }
            oldest.forEach(into::add);
        }
    }
}
