// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.ClaimSpec;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

/** Devices of claims are had by those who were put somewhere, and free again where a task went away. */
class ClaimsWhatIfTest {
    private static final ClaimSpec TWO = Offers.spec(Offers.request("r", "gpu", 2));

    private final FleetBench bench = new FleetBench();

    @BeforeEach
    void threeNodes() {
        bench.show(Seen.gpuNode("na", 0), Seen.gpuNode("nb", 0), Seen.gpuNode("nc", 0))
                .show(Offers.listed());
        bench.show(
                Offers.seen(Offers.deviceClass("gpu")),
                Offers.seen(new ResourceClaimTemplate("team", "two", TWO)),
                Offers.seen(Offers.gpus("na", 4)),
                Offers.seen(Offers.gpus("nb", 3)));
    }

    private void runs(String pod, String... devices) {
        ResourceClaim claim = Offers.made(pod, "gpus", TWO);
        bench.show(
                Seen.pod(pod, TaskPhase.RUNNING, "na", Offers.claims("<pod>-gpus/two"), Seen.owner("Job", pod)),
                Seen.workload("Job", pod, 1),
                Offers.seen(Offers.on(claim, "na", List.of(devices), pod)));
    }

    private WhatIfResult ask(String line) throws Exception {
        var hypotheses = new HypothesisReader(bench.cluster).read(line).hypotheses();
        WhatIfServiceImpl service = new WhatIfServiceImpl(InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z")));
        try {
            return service.ask(bench.cluster, hypotheses).get(60, TimeUnit.SECONDS);
        } finally {
            service.close();
        }
    }

    @Test
    void ofTwoDisplacedOnlyOneFindsDevices() throws Exception {
        runs("a", "gpu-0", "gpu-1");
        runs("b", "gpu-2", "gpu-3");
        List<WhatIfResult.Displaced> lost = ask("down na").displaced();
        assertEquals(2, lost.size());
        assertEquals(1, lost.stream().mapToInt(WhatIfResult.Displaced::placed).sum(), "nb has three devices");
        assertEquals(
                2,
                SchedulingObjects.of(bench.cluster).all(ResourceClaim.class).stream()
                        .filter(claim -> claim.allocation()
                                .flatMap(it -> it.node())
                                .filter("na"::equals)
                                .isPresent())
                        .count(),
                "the facts themselves are not touched");
    }

    @Test
    void aWaitingTaskIsPutWhereDevicesAre() throws Exception {
        runs("a", "gpu-0", "gpu-1");
        bench.show(
                Seen.pod("w", TaskPhase.PENDING, "", Offers.claims("<pod>-gpus/two"), Seen.owner("Job", "w")),
                Seen.workload("Job", "w", 1));
        WhatIfResult outlook = ask("down nb");
        assertFalse(outlook.waiting().isEmpty());
        assertEquals(
                List.of(true),
                outlook.waiting().stream().map(WhatIfResult.Waiting::startsThen).toList(),
                "na has two left");
        runs("c", "gpu-2", "gpu-3");
        outlook = ask("down nb");
        assertEquals(
                List.of(false),
                outlook.waiting().stream().map(WhatIfResult.Waiting::startsThen).toList());
    }
}
