// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.metrics.Unit;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-03-04T03:12:00Z");

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "1000,1 000", "12345,12 345", "1234567,1 234 567", "-1000,\u22121 000"})
    void thousandsArePartedByThinSpaces(long number, String text) {
        assertEquals(text.replace(' ', '\u2009'), Formats.count(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 B",
        "512,512 B",
        "1024,1 KiB",
        "1536,1.5 KiB",
        "85899345920,80 GiB",
        "85474301952,79.6 GiB",
        "25757220864,24 GiB",
        "2199023255552,2 TiB"
    })
    void bytesAreInBinaryUnitsWithOneDecimalWhereItTells(double bytes, String text) {
        assertEquals(text.replace(' ', '\u2009'), Formats.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "400,0.4 s",
        "9900,9.9 s",
        "12000,12 s",
        "180000,3 min",
        "3600000,1 h",
        "7800000,2 h 10 min",
        "356400000,4 d 3 h"
    })
    void aSpanIsSaidInItsTwoLargestUnits(long millis, String text) {
        assertEquals(text, Formats.span(Duration.ofMillis(millis)).replace('\u2009', ' '));
    }

    @Test
    void aSpanBeforeItsStartIsNoTime() {
        assertEquals("0.0 s", Formats.span(Duration.ofSeconds(-5)).replace('\u2009', ' '));
    }

    @Test
    void anAgeCountsWholeSeconds() {
        assertEquals("3 s", Formats.age(NOW.minusMillis(3900), NOW).replace('\u2009', ' '));
        assertEquals("5 min", Formats.age(NOW.minusSeconds(301), NOW).replace('\u2009', ' '));
    }

    @Test
    void fromADayOnATimeIsSaidWithItsDate() {
        Instant day = NOW.minus(Duration.ofDays(12));
        String date = Formats.time(day);
        assertEquals("12 d, since " + date, Formats.lasting(day, NOW).replace('\u2009', ' '));
        assertEquals(date + ", 12 d ago", Formats.ago(day, NOW).replace('\u2009', ' '));
        Instant hour = NOW.minus(Duration.ofHours(23));
        assertEquals("23 h", Formats.lasting(hour, NOW).replace('\u2009', ' '));
        assertEquals("23 h ago", Formats.ago(hour, NOW).replace('\u2009', ' '));
    }

    @Test
    void whatIsNotKnownIsNeverANumber() {
        assertEquals(Formats.UNKNOWN, Formats.age(null, NOW));
        assertEquals(Formats.UNKNOWN, Formats.time(null));
        assertEquals(Formats.UNKNOWN, Formats.bytes(OptionalLong.empty()));
        assertEquals(Formats.UNKNOWN, Formats.value(OptionalDouble.empty(), Unit.WATTS));
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void everyUnitHasAForm(Unit unit) {
        assertFalse(Formats.value(1.0, unit).isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "0.936,RATIO,94 %",
        "612.4,WATTS,612 W",
        "71.2,CELSIUS,71 \u00b0C",
        "1.98e9,HERTZ,1 980 MHz",
        "25e9,BYTES_PER_SECOND,25 GB/s",
        "79,CODE,79"
    })
    void aValueCarriesItsUnit(double value, Unit unit, String text) {
        assertEquals(text, Formats.value(value, unit).replace('\u2009', ' '));
    }

    @Test
    void aNounFollowsItsNumber() {
        assertEquals("1 node", Formats.counted(1, "node"));
        assertEquals("0 nodes", Formats.counted(0, "node"));
        assertEquals("3 nodes", Formats.counted(3, "node"));
    }
}
