// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.Mismatch.Kind;
import podium.telemetry.mismatch.ReportedAllocation;

class MismatchLineTest {
    /** Seven pods of one GPU were read as "...2l9l6...-vs79l". */
    @Test
    void whereItIsNarrowTheFirstHolderIsNamedAndTheOthersAreCounted() {
        assertEquals("nb-rowan-0", brief("notebooks/nb-rowan-0"));
        assertEquals("lab-2l9l6 and 2 more", brief("students/lab-2l9l6", "students/lab-5bf6r", "students/lab-vs79l"));
        assertEquals("nobody", brief());
    }

    private static String brief(String... holders) {
        ReportedAllocation held = new ReportedAllocation(
                new DeviceKey(new ClusterId("lab"), "n1", 0), List.of(holders), Optional.empty(), false);
        MismatchLine line = new MismatchLine(
                new Mismatch(held, Kind.IDLE_BUT_HELD, Instant.EPOCH, OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.empty());
        return MismatchLine.columns(InstantSource.fixed(Instant.EPOCH))
                .get(MismatchLine.WIDE)
                .brief()
                .apply(line)
                .text();
    }
}
