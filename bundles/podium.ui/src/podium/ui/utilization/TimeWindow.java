// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import podium.ui.toolkit.Formats;

/** How much of the past is shown. The axis counts minutes, hours or days before now. */
public enum TimeWindow {
    MINUTES_5("5 min", Duration.ofMinutes(5), Duration.ofMinutes(1), "min"),
    MINUTES_30("30 min", Duration.ofMinutes(30), Duration.ofMinutes(1), "min"),
    HOURS_3("3 h", Duration.ofHours(3), Duration.ofHours(1), "h"),
    HOURS_24("24 h", Duration.ofHours(24), Duration.ofHours(1), "h"),
    DAYS_7("7 d", Duration.ofDays(7), Duration.ofDays(1), "d");

    /** A Prometheus scrapes every 15 to 60 s: there is no need to ask it about less than that. */
    private static final Duration LEAST_STEP = Duration.ofSeconds(15);

    private static final Duration LONG = Duration.ofHours(3);

    private final String word;
    private final Duration span;
    private final Duration unit;
    private final String unitWord;

    TimeWindow(String word, Duration span, Duration unit, String unitWord) {
        this.word = word;
        this.span = span;
        this.unit = unit;
        this.unitWord = unitWord;
    }

    public String word() {
        return word;
    }

    public Duration span() {
        return span;
    }

    /** True when the store may not reach back so far. */
    boolean isLong() {
        return span.compareTo(LONG) >= 0;
    }

    /** Length of one of so many buckets, in whole seconds. */
    Duration step(int buckets) {
        Duration exact = span.dividedBy(buckets);
        return exact.compareTo(LEAST_STEP) < 0
                ? LEAST_STEP
                : Duration.ofSeconds(exact.plusMillis(999).toSeconds());
    }

    /** Units on the axis: 5 for five minutes. */
    double units() {
        return (double) span.toMillis() / unit.toMillis();
    }

    /** How long before its end a place on the axis is: −2.33 of minutes is "2 min 20 s". */
    String before(double at) {
        return Formats.exactSpan(Duration.ofSeconds(Math.round(-at * unit.toSeconds())));
    }

    /** Writes a place on the axis, which lies before now: −5 is "5 min". */
    DecimalFormat format() {
        DecimalFormat format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setPositiveSuffix("\u2009" + unitWord);
        format.setNegativePrefix("");
        format.setNegativeSuffix("\u2009" + unitWord);
        return format;
    }
}
