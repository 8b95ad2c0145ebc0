// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import fi.iki.yak.ts.compression.gorilla.GorillaCompressor;
import fi.iki.yak.ts.compression.gorilla.LongArrayOutput;
import java.util.List;
import podium.telemetry.internal.DenseWriter;

/** P14: the encoder of sealed blocks beside the published Gorilla port, each alone, series by series. */
final class TelemetryEncoders {
    private TelemetryEncoders() {}

    /** Bytes that sealed blocks of the series take. */
    static long podium(List<TelemetrySeries> all) {
        DenseWriter writer = new DenseWriter();
        long bytes = 0;
        for (TelemetrySeries series : all) {
            for (int from = 0; from < series.size(); from += DenseWriter.MOST) {
                int count = Math.min(DenseWriter.MOST, series.size() - from);
                for (int i = 0; i < count; i++) {
                    int at = from + i;
                    writer.gaps()[i] = i == 0 ? 0 : (int) (series.times()[at] - series.times()[at - 1]);
                    writer.values()[i] = series.values()[at];
                }
                bytes += 4L * writer.write(count).length;
            }
        }
        return bytes;
    }

    /** Bytes of the arrays that the port fills. */
    static long gorilla(List<TelemetrySeries> all) {
        long bytes = 0;
        for (TelemetrySeries series : all) {
            LongArrayOutput out = new LongArrayOutput(64);
            GorillaCompressor compressor = new GorillaCompressor(series.times()[0], out);
            for (int at = 0; at < series.size(); at++) {
                compressor.addValue(series.times()[at], series.values()[at]);
            }
            compressor.close();
            bytes += 8L * out.getLongArray().length;
        }
        return bytes;
    }
}
