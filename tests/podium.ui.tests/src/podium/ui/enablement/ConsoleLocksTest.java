// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FakeFleetService;
import podium.model.fleet.Cluster;
import podium.ui.fake.FakeFleet;

/** Production is only ever unlocked by who was asked, also where it is known late that it is production. */
class ConsoleLocksTest {
    private final FakeFleet made = new FakeFleet();
    private final FakeFleetService fleet = FakeFleetService.of(made.fleet());
    private final Cluster cluster = made.cluster("lab", 8);
    private final ConsoleLocks locks = new ConsoleLocks();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void follow() {
        cluster.setSimulated(false);
        locks.follow(fleet, told::add);
    }

    private void becomesProduction() {
        cluster.setProduction(true);
        fleet.tell(cluster);
        fleet.tell(cluster);
    }

    @Test
    void whatTurnsOutToBeProductionAfterItWasUnlockedIsLocked() {
        locks.set(cluster, false);
        fleet.tell(cluster);
        assertFalse(locks.isLocked(cluster));
        becomesProduction();
        assertTrue(locks.isLocked(cluster));
        assertEquals(
                List.of("lab is production now: it was locked. Unlock it again to go on."),
                told,
                "and the operator is told once");
    }

    @Test
    void whatWasUnlockedByItsQuestionStaysUnlocked() {
        locks.set(cluster, false);
        becomesProduction();
        locks.set(cluster, false);
        fleet.tell(cluster);
        assertFalse(locks.isLocked(cluster));
        assertEquals(List.of("lab is production now: it was locked. Unlock it again to go on."), told);
    }

    @Test
    void whatIsLockedStaysSoAndNothingIsTold() {
        becomesProduction();
        assertTrue(locks.isLocked(cluster));
        assertEquals(List.of(), told);
    }
}
