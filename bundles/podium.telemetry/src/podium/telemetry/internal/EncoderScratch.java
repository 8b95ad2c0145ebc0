// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import org.eclipse.jdt.annotation.Nullable;

/** What samples are compressed with: room to work in, of one thread. */
final class EncoderScratch implements Series.Work {
    private final FrameWriter frames = new FrameWriter();
    private @Nullable DenseWriter dense;

    @Override
    public FrameWriter frames() {
        return frames;
    }

    @Override
    public int room(int share) {
        return share;
    }

    @Override
    public void sealed(Series series, SampleBlock block) {
        series.replace(block, dense(block));
    }

    /** A block that gets no more, in the smaller of two forms. */
    SampleChunk dense(SampleBlock block) {
        DenseWriter writer = writer();
        int count = block.count();
        new FrameReader(block.bits()).read(count, writer.gaps(), writer.values());
        int[] words = writer.write(count);
        return DenseBlock.bytes(words.length) < block.bytes()
                ? new DenseBlock(block.firstTime(), block.lastTime(), count, words)
                : block;
    }

    private DenseWriter writer() {
        DenseWriter writer = dense;
        if (writer == null) {
            writer = new DenseWriter();
            dense = writer;
        }
        return writer;
    }
}
