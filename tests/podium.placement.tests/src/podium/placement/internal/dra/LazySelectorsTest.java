// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.fleet.DomainLevel;
import podium.core.fleet.FleetRealm;
import podium.core.internal.fleet.FleetServiceImpl;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Cluster;
import podium.model.fleet.TaskPhase;
import podium.placement.Fit;
import podium.placement.Prohibitions;
import podium.placement.Subject;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** Selectors are read beside the realm, whose work is done here step by step by the test. */
class LazySelectorsTest {
    private static final ClusterId ID = new ClusterId("alpha");

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final FleetServiceImpl fleet = new FleetServiceImpl(
            new FleetRealm() {
                @Override
                public void execute(Runnable run) {
                    work.add(run);
                }

                @Override
                public boolean isCurrent() {
                    return true;
                }
            },
            DomainLevel.presets(),
            1000);
    private final Cluster cluster = fleet.add(ID, "alpha", true);
    private final LazySelectors selectors = new LazySelectors(fleet);
    private final PlacementServiceImpl placement = new PlacementServiceImpl(fleet, selectors, Prohibitions.nothing());

    @AfterEach
    void close() throws Exception {
        placement.close();
        selectors.close();
        fleet.close();
    }

    private void show(List<Change> changes) {
        fleet.sink().accept(ID, changes);
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private Verdict verdict() {
        return Objects.requireNonNull(
                placement
                        .verdicts(new Subject(cluster.getJobs().getFirst(), List.of()))
                        .get(cluster.getNodes().getFirst()),
                "no verdict");
    }

    private void awaitNext() throws InterruptedException {
        Objects.requireNonNull(work.poll(60, TimeUnit.SECONDS), "the selector is not read within a minute")
                .run();
    }

    @Test
    void aClaimFitsIfUntilItsSelectorIsReadAndThenForSure() throws Exception {
        show(Offers.listed());
        show(List.of(
                Seen.gpuNode("na", 0),
                Offers.seen(Offers.gpus("na", 2)),
                Offers.seen(Offers.deviceClass("gpu", "device.driver == 'gpu.example.com'")),
                Offers.seen(Offers.claim("c", Offers.spec(Offers.request("r", "gpu", 2)))),
                Seen.pod("p", TaskPhase.PENDING, "", Offers.claims("c"))));
        assertEquals(Fit.FITS_IF, verdict().fit());
        assertEquals(
                List.of("the selector of class gpu is still being read"),
                verdict().reasons());
        int[] told = {0};
        fleet.listen(delta -> told[0] += delta.clusters().contains(cluster) ? 1 : 0);
        awaitNext();
        assertEquals(1, told[0], "those who show verdicts are told to ask again");
        assertEquals(Fit.FITS, verdict().fit());
        assertTrue(work.isEmpty(), "it is read once");
    }

    @Test
    void aSelectorOfWhichNothingIsAskedIsNotRead() {
        show(Offers.listed());
        show(List.of(
                Seen.gpuNode("na", 0),
                Offers.seen(Offers.gpus("na", 2)),
                Offers.seen(Offers.deviceClass("gpu", "device.driver == 'gpu.example.com'")),
                Seen.pod("p", TaskPhase.PENDING, "", Seen.asks(0))));
        assertEquals(Fit.FITS, verdict().fit());
        assertTrue(work.isEmpty());
        assertEquals(0, selectors.version());
    }

    @Test
    void severalThatAreAwaitedAreToldOfTogether() throws Exception {
        show(Offers.listed());
        show(List.of(
                Seen.gpuNode("na", 0),
                Offers.seen(Offers.gpus("na", 2)),
                Offers.seen(Offers.deviceClass("one", "device.driver == 'gpu.example.com'", "true")),
                Offers.seen(Offers.claim("c", Offers.spec(Offers.request("r", "one", 2)))),
                Seen.pod("p", TaskPhase.PENDING, "", Offers.claims("c"))));
        assertEquals(Fit.FITS_IF, verdict().fit());
        int[] told = {0};
        fleet.listen(delta -> told[0]++);
        awaitNext();
        assertEquals(0, told[0], "one is still missing");
        awaitNext();
        assertEquals(1, told[0]);
        assertEquals(Fit.FITS, verdict().fit());
    }
}
