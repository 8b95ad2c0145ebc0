// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;

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
        void forEach(Block.Taker taker) {
            try {
                new FrameReader(new Bits(words)).read(count, firstTime, taker);
            } catch (IndexOutOfBoundsException e) {
                // the numbers run past the words: what came so far is all there is
            }
        }
    }

    byte NAME = 1;
    byte SAMPLES = 2;

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
