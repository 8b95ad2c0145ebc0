// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LostGpuHoursTest {
    @Test
    void hoursHaveADecimalOnlyWhileItTells() {
        assertEquals("0.2 GPU-hours", LostGpuHours.words(0.21));
        assertEquals("12.5 GPU-hours", LostGpuHours.words(12.5));
        assertEquals("1 250 GPU-hours", LostGpuHours.words(1250.4).replace('\u2009', ' '));
        assertEquals("0 GPU-hours", LostGpuHours.words(0));
        assertEquals("5 059", LostGpuHours.number(5059.1).replace('\u2009', ' '));
    }

    @Test
    void whatIsTooLittleForADecimalIsNotSaidToBeNothing() {
        assertEquals("under 0.1 GPU-hours", LostGpuHours.words(0.04));
        assertEquals("0.1 GPU-hours", LostGpuHours.atMost(0.04));
        assertEquals("0.2 GPU-hours", LostGpuHours.atMost(0.12));
        assertEquals("8.0 GPU-hours", LostGpuHours.atMost(8));
    }

    /** A drain said 5.5, 0.0 and 0.0 of its jobs and 5.6 of all. */
    @Test
    void whatStandsAboveATotalAddsUpToIt() {
        assertEquals("5.5", total(5.54, 0.02, 0.01));
        assertEquals("4.8", total(2.44, 2.44));
        assertEquals("0.4", total(DoubleStream.generate(() -> 0.04).limit(10).toArray()), "ten times under 0.1");
        assertEquals("202", total(100.6, 100.6));
        assertEquals(
                OptionalDouble.empty(), LostGpuHours.total(Stream.of(OptionalDouble.of(1), OptionalDouble.empty())));
    }

    private static String total(double... hours) {
        return LostGpuHours.number(LostGpuHours.total(DoubleStream.of(hours).mapToObj(OptionalDouble::of))
                .orElseThrow());
    }
}
