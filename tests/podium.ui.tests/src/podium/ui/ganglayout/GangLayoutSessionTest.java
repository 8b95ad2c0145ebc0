// SPDX-License-Identifier: Apache-2.0
package podium.ui.ganglayout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

class GangLayoutSessionTest {
    private final Job job = FleetFactory.INSTANCE.createJob();
    private final Task first = FleetFactory.INSTANCE.createTask();
    private final Task second = FleetFactory.INSTANCE.createTask();
    private final Node node = FleetFactory.INSTANCE.createNode();
    private final Node other = FleetFactory.INSTANCE.createNode();
    private final GangLayoutSession session = new GangLayoutSession();
    private int told;

    @BeforeEach
    void listen() {
        session.listen(() -> told++);
    }

    @Test
    void openingAnotherJobForgetsWhatWasLaidOut() {
        session.open(job);
        session.lay(Map.of(first, node));
        session.open(job);
        assertEquals(Map.of(first, node), session.proposal(), "the same job stays as it is");
        session.open(FleetFactory.INSTANCE.createJob());
        assertEquals(Map.of(), session.proposal());
        assertEquals(3, told);
    }

    @Test
    void aRankThatIsLaidSomewhereElseMoves() {
        session.open(job);
        session.lay(Map.of(first, node, second, node));
        session.lay(Map.of(first, other));
        assertEquals(Map.of(first, other, second, node), session.proposal());
    }

    @Test
    void whatIsTakenOffLiesNowhere() {
        session.open(job);
        session.lay(Map.of(first, node, second, node));
        session.take(List.of(first));
        assertEquals(Map.of(second, node), session.proposal());
        session.keep(List.of(first));
        assertEquals(Map.of(), session.proposal());
    }

    @Test
    void whatChangesNothingTellsNobody() {
        session.open(job);
        told = 0;
        session.lay(Map.of());
        session.take(List.of(first));
        session.keep(List.of(first, second));
        assertEquals(0, told);
    }

    @Test
    void closingForgetsTheJobAndItsProposal() {
        session.open(job);
        session.lay(Map.of(first, node));
        session.close();
        session.close();
        assertEquals(Optional.empty(), session.job());
        assertEquals(Map.of(), session.proposal());
        assertEquals(3, told);
    }
}
