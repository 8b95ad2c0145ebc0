// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourByTest {
    private static final double UNKNOWN = Double.NaN;

    @ParameterizedTest
    @EnumSource(ColourBy.class)
    void withoutReadingsNothingIsKnown(ColourBy by) {
        double[] none = new double[by.metrics().size()];
        java.util.Arrays.fill(none, UNKNOWN);
        assertEquals(OptionalDouble.empty(), by.value(none, UNKNOWN));
    }

    @Test
    void memoryIsAPartOfAllMemory() {
        assertEquals(OptionalDouble.of(0.25), ColourBy.MEMORY.value(new double[] {20, 80}, UNKNOWN));
    }

    @Test
    void theModelsMemoryStandsInForATotalThatWasNotRead() {
        assertEquals(OptionalDouble.of(0.5), ColourBy.MEMORY.value(new double[] {20, UNKNOWN}, 40));
        assertEquals(OptionalDouble.empty(), ColourBy.MEMORY.value(new double[] {20, UNKNOWN}, UNKNOWN));
    }

    @Test
    void powerIsAPartOfTheLimitInForceOrElseOfTheBoardPower() {
        assertEquals(OptionalDouble.of(0.5), ColourBy.POWER.value(new double[] {36, 72}, 700));
        assertEquals(OptionalDouble.of(0.5), ColourBy.POWER.value(new double[] {350, UNKNOWN}, 700));
        assertEquals(OptionalDouble.empty(), ColourBy.POWER.value(new double[] {350, UNKNOWN}, UNKNOWN));
    }

    @Test
    void anXidOrAnUncorrectedErrorIsSerious() {
        assertEquals(OptionalDouble.of(2), errors(79, 0, 0, 0));
        assertEquals(OptionalDouble.of(2), errors(UNKNOWN, 1, 0, 0));
    }

    @Test
    void correctedErrorsAndRemappedRowsAreAWarning() {
        assertEquals(OptionalDouble.of(1), errors(0, 0, 12, 0));
        assertEquals(OptionalDouble.of(1), errors(UNKNOWN, UNKNOWN, UNKNOWN, 1));
    }

    @Test
    void noErrorsAreKnownOnlyWhenASourceSaysSo() {
        assertEquals(OptionalDouble.of(0), errors(0, UNKNOWN, UNKNOWN, UNKNOWN));
        assertEquals(OptionalDouble.empty(), errors(UNKNOWN, UNKNOWN, 0, 0));
    }

    @Test
    void theRampEndsWhereTheLegendSays() {
        assertEquals(0, ColourBy.TEMPERATURE.onRamp(10));
        assertEquals(1, ColourBy.TEMPERATURE.onRamp(120));
        assertEquals(0.5, ColourBy.POWER.onRamp(0.5));
    }

    private static OptionalDouble errors(double... readings) {
        return ColourBy.ERRORS.value(readings, UNKNOWN);
    }
}
