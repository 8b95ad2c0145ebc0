// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitBufferTest {
    private record Field(long value, int width) {}

    @Test
    void fieldsOfAnyWidthComeBackAcrossWordBoundaries() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            BitBuffer bits = new BitBuffer();
            List<Field> written = new ArrayList<>();
            for (int i = random.nextInt(200); i >= 0; i--) {
                int width = 1 + random.nextInt(64);
                long value = random.nextLong() >>> (64 - width);
                written.add(new Field(value, width));
                bits.write(value, width);
            }
            bits.trim();
            BitBuffer.Reader reader = bits.reader();
            written.forEach(field -> assertEquals(field.value(), reader.read(field.width())));
            assertEquals(written.stream().mapToInt(Field::width).sum(), bits.length());
        }
    }

    @Test
    void bitsAboveTheWidthAreIgnored() {
        BitBuffer bits = new BitBuffer();
        bits.write(-1, 3);
        bits.write(0, 5);
        assertEquals(0b11100000, bits.reader().read(8));
    }

    @Test
    void trimmingLeavesTheWordsThatAreUsed() {
        BitBuffer bits = new BitBuffer();
        for (int i = 0; i < 100; i++) {
            bits.write(1, 1);
        }
        bits.trim();
        assertEquals(16, bits.bytes());
        assertEquals(-1L, bits.reader().read(64));
    }

    @Test
    void curveBucketsAreHalfOpenAndAtMostAsManyAsAsked() {
        CurveBuilder builder = new CurveBuilder(100, 205, 10);
        builder.add(99, 1);
        builder.add(100, 2);
        builder.add(204, 3);
        builder.add(205, 4);
        var curve = builder.build();
        assertTrue(curve.size() <= 10);
        assertEquals(1, curve.count()[0]);
        assertEquals(1, curve.count()[curve.size() - 1]);
        assertEquals(2, curve.average()[0]);
        assertFalse(builder.covers(0, 99));
        assertFalse(builder.covers(205, 300));
        assertTrue(builder.covers(0, 100));
    }

    @Test
    void anEmptyOrReversedSpanIsAnEmptyCurve() {
        assertEquals(0, new CurveBuilder(100, 100, 10).build().size());
        assertEquals(0, new CurveBuilder(100, 50, 10).build().size());
    }
}
