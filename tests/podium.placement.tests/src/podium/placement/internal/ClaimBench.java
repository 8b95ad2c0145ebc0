// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Verdict;

/** Two nodes, all objects of DRA known, class {@code gpu} of all devices, and the verdicts on one pod. */
final class ClaimBench implements AutoCloseable {
    final FleetBench fleet = new FleetBench();
    final PlacementServiceImpl placement = new PlacementServiceImpl(fleet.service);

    ClaimBench() {
        fleet.show(Seen.gpuNode("na", 0), Seen.gpuNode("nb", 0)).show(Offers.listed());
        show(Offers.deviceClass("gpu"));
    }

    ClaimBench show(SchedulingObject... facts) {
        for (SchedulingObject fact : facts) {
            fleet.show(Offers.seen(fact));
        }
        return this;
    }

    ClaimBench gone(SchedulingObject fact) {
        fleet.show(new Change.Gone(fact.getClass().getSimpleName(), fact.namespace(), fact.name(), ""));
        return this;
    }

    /** A pod that waits, with claims. */
    ClaimBench waits(String... claims) {
        return waits(Offers.claims(claims));
    }

    ClaimBench waits(TaskSpec spec) {
        fleet.show(Seen.pod("p", TaskPhase.PENDING, "", spec));
        return this;
    }

    ClaimBench runs(String pod, String node, String... claims) {
        fleet.show(Seen.pod(pod, TaskPhase.RUNNING, node, Offers.claims(claims)));
        return this;
    }

    Verdict verdict(String node) {
        return verdict("p", node);
    }

    Verdict verdict(String pod, String node) {
        Task task = fleet.task(pod);
        return Objects.requireNonNull(
                placement.verdicts(new Subject(task.getJob(), List.of(task))).get(fleet.node(node)));
    }

    void fits(String node) {
        expect(node, Fit.FITS);
    }

    void refused(String node, String... reasons) {
        expect(node, Fit.DOES_NOT_FIT, reasons);
    }

    void fitsIf(String node, String... reasons) {
        expect(node, Fit.FITS_IF, reasons);
    }

    private void expect(String node, Fit fit, String... reasons) {
        Verdict verdict = verdict(node);
        assertEquals(List.of(reasons), verdict.reasons());
        assertEquals(fit, verdict.fit());
    }

    @Override
    public void close() {
        try {
            placement.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
