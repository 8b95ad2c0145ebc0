// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.telemetry.mismatch.Mismatch;
import podium.telemetry.mismatch.Mismatch.Kind;
import podium.telemetry.mismatch.ReportedAllocation;
import podium.ui.toolkit.Formats;

class MismatchLineTest {
    private static final Instant HELD = Instant.EPOCH.minusSeconds(86_400);

    /** Seven pods of one GPU were read as "...2l9l6...-vs79l", and "nb-rowan-0" stood above "notebooks/nb-alder-0". */
    @Test
    void theFirstHolderIsNamedAsInEachRowAndTheOthersAreCounted() {
        assertEquals("nb-rowan-0", holder("notebooks/nb-rowan-0"));
        assertEquals("lab-2l9l6 and 2 more", holder("students/lab-2l9l6", "students/lab-5bf6r", "students/lab-vs79l"));
        assertEquals("nobody, according to the API", holder());
    }

    @Test
    void theTipOfARowSaysAllOfItAndWhereItLeads() {
        assertEquals(
                "n1 0, held by notebooks/nb-rowan-0 since " + Formats.time(HELD) + ", idle since "
                        + Formats.time(Instant.EPOCH)
                        + "\nA double click or Enter shows this GPU.",
                line("notebooks/nb-rowan-0").tip());
        Job job = FleetFactory.INSTANCE.createJob();
        job.setName("nb-rowan");
        MismatchLine known = new MismatchLine(line("notebooks/nb-rowan-0").mismatch(), Optional.of(job));
        assertTrue(known.tip().endsWith("\nA double click or Enter shows the job nb-rowan."), known::tip);
    }

    private static String holder(String... holders) {
        return MismatchLine.columns(InstantSource.fixed(Instant.EPOCH))
                .get(MismatchLine.WIDE)
                .text(line(holders));
    }

    private static MismatchLine line(String... holders) {
        ReportedAllocation held = new ReportedAllocation(
                new DeviceKey(new ClusterId("lab"), "n1", 0), List.of(holders), Optional.of(HELD), false);
        return new MismatchLine(
                new Mismatch(held, Kind.IDLE_BUT_HELD, Instant.EPOCH, OptionalDouble.empty(), OptionalDouble.empty()),
                Optional.empty());
    }
}
