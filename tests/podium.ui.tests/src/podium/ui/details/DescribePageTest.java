// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.PodDescriber;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Line;
import podium.core.api.PodDescription.Section;
import podium.core.api.PodDescription.Tone;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.PartScreen;
import podium.ui.label.Snapshots;

class DescribePageTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 8);
    private final Task task = seen.stage.made.task(
            job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));

    @AfterEach
    void close() {
        seen.close();
    }

    private DescribePage page() {
        seen.shell.setLayout(new FillLayout());
        DescribePage page = new DescribePage(seen.shell, seen.stage.services, seen.stage.connections);
        seen.show();
        return page;
    }

    @Test
    void aPodIsToldContainerByContainerInSafeText() {
        PodDescriber describer = (namespace, name) -> Optional.of(new PodDescription(List.of(
                new Section("pod", List.of(new Line("phase", "Running", Tone.PLAIN))),
                new Section(
                        "container train", List.of(new Line("state", "ended\u202e with\nexit code 1", Tone.BAD))))));
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodDescriber.class, describer);
        DescribePage page = page();
        assertTrue(page.isFor(task));
        assertFalse(page.isFor(job));
        page.show(task);
        seen.until("it is read", () -> seen.cells().contains("ended with exit code 1"));
        assertTrue(seen.cells().contains("container train"), () -> seen.cells().toString());
        assertTrue(seen.words().contains("as the server has it now"), seen.words());
    }

    /** To connect it again would help nobody. */
    @Test
    void ofASnapshotItIsSaidThatItIsOne() {
        Cluster of = task.getNode().getCluster();
        of.setConnection(ConnectionState.CLOSED);
        of.setId(Snapshots.KIND + "x");
        page().show(task);
        assertTrue(seen.words().contains(Snapshots.brief(of) + " is a snapshot, not a live cluster"), seen.words());
        List<String> said = new ArrayList<>();
        new OnDemandRead(seen.stage.connections, seen.stage.services.background())
                .read(task, reader -> "", said::add, said::add);
        assertEquals(List.of(Snapshots.brief(of) + " is a snapshot, not a live cluster"), said);
    }

    @Test
    void whereNothingCanBeReadItSaysSo() {
        DescribePage page = page();
        page.show(task);
        assertTrue(seen.words().contains("The cluster is not connected: the pod cannot be read."), seen.words());
    }
}
