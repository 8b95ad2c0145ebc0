// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.ui.act.Act;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Stage;

class DrainDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final Stage stage = seen.stage;
    private final Cluster cluster = stage.made.cluster("lab", 8);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void aDrainThatIsBlockedSaysByWhatAndAnOptionLiftsIt() {
        Node node = cluster.getNodes().getFirst();
        Job bare = stage.made.job(cluster, "shell", "Pod", JobState.RUNNING, 1, 1);
        stage.made.task(bare, 0, TaskPhase.RUNNING, List.of(node));
        seen.in(() -> stage.acts.run(Act.DRAIN, List.of(node)), () -> {
            assertTrue(seen.words().contains("A pod without a controller would be lost."));
            assertFalse(seen.button("Drain").isEnabled());
            seen.tick("Force");
            seen.until("it can be drained", () -> seen.button("Drain").isEnabled());
            assertTrue(seen.words().contains("1 pod evicted"));
            seen.press("Drain");
        });
        assertEquals(List.of("submit Drain a1-n1"), stage.operations.asked);
        assertTrue(stage.drains.previewed.getLast().force());
    }
}
