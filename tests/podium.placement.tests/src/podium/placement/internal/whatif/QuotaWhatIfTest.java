// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.placement.whatif.HypothesisReader;
import podium.placement.whatif.WhatIfResult;

/** What another quota changes for those who wait: the quotas of the queues as they are counted there. */
class QuotaWhatIfTest {
    private static final String GPU = "nvidia.com/gpu";
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private final FleetBench bench = new FleetBench();

    @BeforeEach
    void twoNodes() {
        bench.show(Seen.gpuNode("h1", 8, "gpu", "h100"), Seen.gpuNode("h2", 8, "gpu", "h100"));
        bench.show(fact(new SchedulingObject.Namespace("team", Labels.none())));
    }

    private static Change fact(SchedulingObject fact) {
        return new Change.FactSeen(fact);
    }

    private void waits(String name, String queue) {
        bench.show(Seen.job(name, true, 1, Seen.asks(8), queue), new Change.Listed("Pod", 0));
    }

    private void queue(String kind, String namespace, String name) {
        bench.show(new Change.QueueSeen(
                kind, namespace, name, "u", "", Resources.parse(GPU + "=8"), Resources.none(), 0, 0, true));
    }

    private void kueue(long nominal, long used) {
        queue("ClusterQueue", "", "cq");
        queue("LocalQueue", "team", "gold");
        bench.show(
                fact(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                fact(new SchedulingObject.ResourceFlavor("h100", Labels.of("gpu", "h100"), List.of(), List.of(), "")),
                fact(new SchedulingObject.ClusterQueue(
                        "cq",
                        "",
                        List.of(List.of(GPU)),
                        List.of(new SchedulingObject.Granted(
                                "h100", GPU, nominal, OptionalLong.empty(), OptionalLong.empty())),
                        Map.of("h100", Resources.parse(GPU + "=" + used)),
                        new LabelSelector(Labels.none(), List.of()),
                        "",
                        SchedulingObject.Preemption.NEVER,
                        List.of())));
    }

    private WhatIfResult ask(String line) throws Exception {
        var hypotheses = new HypothesisReader(bench.cluster).read(line).hypotheses();
        WhatIfServiceImpl service = new WhatIfServiceImpl(InstantSource.fixed(NOW));
        try {
            return service.ask(bench.cluster, hypotheses).get(60, TimeUnit.SECONDS);
        } finally {
            service.close();
        }
    }

    private static Map<String, Boolean> starts(WhatIfResult outlook, boolean then) {
        Map<String, Boolean> starts = new TreeMap<>();
        outlook.waiting().forEach(it -> starts.put(it.job().getName(), then ? it.startsThen() : it.startsNow()));
        return starts;
    }

    @Test
    void aLargerQuotaOfAClusterQueueLetsOneMoreIn() throws Exception {
        kueue(8, 8);
        waits("a", "gold");
        waits("b", "gold");
        WhatIfResult now = ask("quota cq 8");
        assertEquals(Map.of("a", false, "b", false), starts(now, true));
        assertEquals(
                "queue cq, flavor h100: 8 GPUs nominal, 8 used, asks for 8",
                now.waiting().getFirst().words());
        WhatIfResult more = ask("quota cq 16");
        assertEquals(Map.of("a", false, "b", false), starts(more, false));
        assertEquals(Map.of("a", true, "b", false), starts(more, true), "the first takes what the second would need");
        assertEquals(Map.of("a", true, "b", true), starts(ask("quota cq 24"), true));
    }

    @Test
    void whatKueueAdmitsStartsInPartUnlessItAssignsNodesByTopology() throws Exception {
        kueue(64, 0);
        bench.show(Seen.job("a", true, 3, Seen.asks(8), "gold"), new Change.Listed("Pod", 0));
        bench.job("a").setMinimum(3);
        assertEquals(
                "on 2 nodes, h1 first; room for 2 of 3 tasks, which would start without the rest",
                ask("quota cq 64").waiting().getFirst().words());
        waits("b", "gold");
        assertEquals(
                List.of("queue cq, flavor h100: 24 GPUs nominal, 24 used, asks for 8"),
                ask("quota cq 24").waiting().stream()
                        .filter(it -> it.job().getName().equals("b"))
                        .map(WhatIfResult.Waiting::words)
                        .toList(),
                "quota is reserved for all of it");
        bench.show(fact(
                new SchedulingObject.ResourceFlavor("h100", Labels.of("gpu", "h100"), List.of(), List.of(), "racks")));
        String words = ask("quota cq 64").waiting().getFirst().words();
        assertFalse(words.contains("room for 2 of 3 tasks"), words);
    }

    @Test
    void theQuotaOfALocalQueueIsThatOfItsClusterQueue() throws Exception {
        kueue(8, 8);
        waits("a", "gold");
        assertTrue(ask("quota gold 16").waiting().getFirst().startsThen());
    }

    @Test
    void theLimitOfAVolcanoQueueAndOfTheOneAboveCanBeSupposed() throws Exception {
        queue("Queue", "", "hpc");
        queue("Queue", "", "org");
        bench.show(fact(volcano("org", "", 8)), fact(volcano("hpc", "org", 8)));
        waits("a", "hpc");
        waits("b", "hpc");
        assertEquals(Map.of("a", true, "b", false), starts(ask("quota hpc 16"), true), "the one above is full");
        assertEquals(Map.of("a", true, "b", true), starts(ask("quota hpc 16; quota org 16"), true));
    }

    private static SchedulingObject volcano(String name, String parent, long capability) {
        return new SchedulingObject.Queue(
                name,
                parent,
                false,
                Resources.parse(GPU + "=" + capability),
                Resources.none(),
                Resources.none(),
                Resources.none(),
                true);
    }

    @Test
    void theQuotaOfANamespaceCanBeSupposed() throws Exception {
        kueue(64, 0);
        queue("ResourceQuota", "team", "gpus");
        bench.show(fact(new SchedulingObject.ResourceQuota(
                "team",
                "gpus",
                Resources.parse("requests." + GPU + "=8"),
                Resources.parse("requests." + GPU + "=0"),
                List.of())));
        waits("a", "gold");
        waits("b", "gold");
        assertEquals(Map.of("a", true, "b", false), starts(ask("quota gpus 8"), true));
        assertEquals(Map.of("a", true, "b", true), starts(ask("quota gpus 16"), true));
    }

    @Test
    void whatIsSupposedDoesNotReachTheFleet() throws Exception {
        kueue(8, 8);
        waits("a", "gold");
        long version = SchedulingObjects.of(bench.cluster).quotaVersion();
        ask("quota cq 64");
        assertEquals(version, SchedulingObjects.of(bench.cluster).quotaVersion());
    }
}
