// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;

/** What a record of the day's files says. A series is named once a file, by a number that its samples carry. */
sealed interface DayRecord {
    /** Names a series. */
    record Name(int number, DeviceKey device, Metric metric) implements DayRecord {
        @Override
        public ByteBuffer bytes() {
            byte[] cluster = device.cluster().value().getBytes(StandardCharsets.UTF_8);
            byte[] node = device.node().getBytes(StandardCharsets.UTF_8);
            byte[] name = metric.name().getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(1 + 4 + 4 + 12 + cluster.length + node.length + name.length);
            bytes.put(NAME).putInt(number).putInt(device.index());
            for (byte[] text : new byte[][] {cluster, node, name}) {
                bytes.putInt(text.length).put(text);
            }
            return bytes.flip();
        }
    }

    /** Samples of a series, as {@link FrameWriter} wrote them. */
    record Samples(int number, long firstTime, int count, long[] words) implements DayRecord {
        @Override
        public ByteBuffer bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(1 + 4 + 8 + 4 + 8 * words.length);
            bytes.put(SAMPLES).putInt(number).putLong(firstTime).putInt(count);
            bytes.asLongBuffer().put(words);
            return bytes.clear();
        }

        /** Gives the samples; those of a record that was written wrong end early. */
        void forEach(SampleChunk.Taker taker) {
            try {
                new FrameReader(new BitBuffer(words)).read(count, firstTime, taker);
            } catch (IndexOutOfBoundsException e) {
                // the numbers run past the words: what came so far is all there is
            }
        }
    }

    /** Takes samples of about one time as one. */
    interface CoarseTaker {
        /** @param time epoch milliseconds, the middle of their span */
        void take(long time, double min, double max, double sum, int count);
    }

    /**
     * What is left of old samples of a series: least, greatest, sum and count of spans of time, in order.
     *
     * @param times epoch milliseconds, the middle of each span
     */
    record Coarse(int number, long[] times, double[] min, double[] max, double[] sum, int[] count)
            implements DayRecord {
        private static final int SPAN = 8 + 3 * 8 + 4;

        static Coarse of(int number, DownsampledTail tail, long from) {
            List<double[]> spans = new ArrayList<>();
            tail.forEach((time, min, max, sum, count) -> {
                if (time >= from) {
                    spans.add(new double[] {time, min, max, sum, count});
                }
            });
            return new Coarse(
                    number,
                    spans.stream().mapToLong(span -> (long) span[0]).toArray(),
                    spans.stream().mapToDouble(span -> span[1]).toArray(),
                    spans.stream().mapToDouble(span -> span[2]).toArray(),
                    spans.stream().mapToDouble(span -> span[3]).toArray(),
                    spans.stream().mapToInt(span -> (int) span[4]).toArray());
        }

        /** Bytes of a record with so many spans. */
        static int bytes(int spans) {
            return 1 + 4 + spans * SPAN;
        }

        void forEach(CoarseTaker taker) {
            for (int i = 0; i < times.length; i++) {
                taker.take(times[i], min[i], max[i], sum[i], count[i]);
            }
        }

        @Override
        public ByteBuffer bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(bytes(times.length));
            bytes.put(COARSE).putInt(number);
            forEach((time, least, greatest, total, samples) -> bytes.putLong(time)
                    .putDouble(least)
                    .putDouble(greatest)
                    .putDouble(total)
                    .putInt(samples));
            return bytes.flip();
        }

        private static Coarse read(ByteBuffer bytes) {
            int number = bytes.getInt();
            int spans = bytes.remaining() / SPAN;
            Coarse coarse = new Coarse(
                    number, new long[spans], new double[spans], new double[spans], new double[spans], new int[spans]);
            for (int i = 0; i < spans; i++) {
                coarse.times[i] = bytes.getLong();
                coarse.min[i] = bytes.getDouble();
                coarse.max[i] = bytes.getDouble();
                coarse.sum[i] = bytes.getDouble();
                coarse.count[i] = bytes.getInt();
            }
            return coarse;
        }
    }

    /** The coarse file holds what was in the segments up to this one. */
    record Merged(long segment) implements DayRecord {
        @Override
        public ByteBuffer bytes() {
            return ByteBuffer.allocate(9).put(MERGED).putLong(segment).flip();
        }
    }

    byte NAME = 1;
    byte SAMPLES = 2;
    byte COARSE = 3;
    byte MERGED = 4;

    /** The record as it is written. */
    ByteBuffer bytes();

    /** Reads a record; empty: of a kind, or about a metric, that this version does not know. */
    static Optional<DayRecord> read(ByteBuffer bytes) {
        try {
            return switch (bytes.get()) {
                case NAME -> name(bytes);
                case SAMPLES -> {
                    int number = bytes.getInt();
                    long firstTime = bytes.getLong();
                    int count = bytes.getInt();
                    long[] words = new long[bytes.remaining() / 8];
                    bytes.asLongBuffer().get(words);
                    yield Optional.of(new Samples(number, firstTime, count, words));
                }
                case COARSE -> Optional.of(Coarse.read(bytes));
                case MERGED -> Optional.of(new Merged(bytes.getLong()));
                default -> Optional.empty();
            };
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayRecord> name(ByteBuffer bytes) {
        int number = bytes.getInt();
        int index = bytes.getInt();
        String cluster = text(bytes);
        String node = text(bytes);
        Metric metric = Metric.valueOf(text(bytes));
        return Optional.of(new Name(number, new DeviceKey(new ClusterId(cluster), node, index), metric));
    }

    private static String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException("no text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
