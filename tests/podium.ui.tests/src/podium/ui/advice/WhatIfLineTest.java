// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfResult.Capacity;
import podium.placement.whatif.WhatIfResult.Displaced;
import podium.placement.whatif.WhatIfResult.NodeChange;
import podium.ui.fake.PartScreen;

class WhatIfLineTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster cluster = seen.stage.made.cluster("lab", 2);
    private final Job job = seen.stage.made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    private List<WhatIfLine> lines(long now, long then) {
        WhatIfResult result = new WhatIfResult(
                List.of(),
                new Capacity(2, 128, now),
                new Capacity(1, 64, then),
                List.of(),
                Stream.of(false, true)
                        .map(preempted -> new Displaced(job, 1, 1, OptionalDouble.of(0), preempted, ""))
                        .toList(),
                List.of(),
                Map.of(cluster.getNodes().getFirst(), new NodeChange(false, 80, 104, List.of("train"))),
                Duration.ZERO);
        return WhatIfLine.rows(result).all().stream().map(row -> row.item()).toList();
    }

    private String free(long now, long then) {
        return lines(now, then).stream()
                .filter(line -> line.what().equals("free GPUs"))
                .findFirst()
                .orElseThrow()
                .words();
    }

    @Test
    void whatIsFreeBeforeAndWhatChangesAddUpToWhatIsFreeAfter() {
        String rest = "80 freed by jobs that lose tasks or are evicted, 104 taken by what starts; ";
        assertEquals("27 free now, " + rest + "3 free after", free(27, 3));
        assertEquals("29 free now, 2 of them gone, " + rest + "3 free after", free(29, 3));
        assertEquals("27 free now, 16 more come, " + rest + "19 free after", free(27, 19));
    }

    @Test
    void rowsOfJobsAreCalledByWhatBecomesOfThem() {
        assertEquals(
                List.of("displaced jobs", "preempted jobs"),
                lines(27, 3).stream()
                        .map(WhatIfLine::what)
                        .filter(what -> what.endsWith(" jobs"))
                        .toList());
    }
}
