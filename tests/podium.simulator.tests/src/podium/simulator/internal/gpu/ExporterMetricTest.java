// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.gpu.ExporterMetric.Sample;

class ExporterMetricTest {

    private static final Sample WHOLE = new Sample("gpu=\"0\"", Bench.reading(), false);
    private static final Sample SLICE = new Sample("gpu=\"0\",slice=\"1\"", Bench.reading(), true);

    private static String print(ExporterMetric metric, Sample... samples) {
        StringBuilder out = new StringBuilder();
        metric.print(out, List.of(samples));
        return out.toString();
    }

    @Test
    void aGaugeIsIntroducedAndRounded() {
        assertEquals(
                "# HELP m What it is.\n# TYPE m gauge\nm{gpu=\"0\"} 313\n",
                print(ExporterMetric.gauge("m", "What it is.", AcceleratorReading::powerWatts), WHOLE));
    }

    @Test
    void aCounterSaysThatItOnlyGrows() {
        assertEquals(
                "# HELP m h\n# TYPE m counter\nm{gpu=\"0\"} 5000000123\n",
                print(ExporterMetric.counter("m", "h", AcceleratorReading::energyMillijoules), WHOLE));
    }

    @Test
    void aRatioHasSixDigitsAndIsForPartsToo() {
        assertEquals(
                "# HELP m h\n# TYPE m gauge\nm{gpu=\"0\"} 0.750000\nm{gpu=\"0\",slice=\"1\"} 0.750000\n",
                print(ExporterMetric.ratio("m", "h", reading -> reading.load().active()), WHOLE, SLICE));
    }

    @Test
    void partsAreLeftOutUnlessTheMetricIsForThem() {
        ExporterMetric metric = ExporterMetric.gauge("m", "h", AcceleratorReading::smClock);
        assertEquals("# HELP m h\n# TYPE m gauge\nm{gpu=\"0\"} 1980\n", print(metric, WHOLE, SLICE));
        assertEquals(
                "# HELP m h\n# TYPE m gauge\nm{gpu=\"0\"} 1980\nm{gpu=\"0\",slice=\"1\"} 1980\n",
                print(metric.withSlices(), WHOLE, SLICE));
    }

    @Test
    void withoutSamplesNothingIsPrintedNotEvenItsIntroduction() {
        assertEquals("", print(ExporterMetric.gauge("m", "h", AcceleratorReading::xid)));
    }

    @Test
    void theDecimalPointIsAPointEverywhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    "# HELP m h\n# TYPE m gauge\nm{gpu=\"0\"} 312.50\n",
                    print(
                            ExporterMetric.gauge("m", "h", AcceleratorReading::powerWatts)
                                    .withDecimals(2),
                            WHOLE));
        } finally {
            Locale.setDefault(before);
        }
    }
}
