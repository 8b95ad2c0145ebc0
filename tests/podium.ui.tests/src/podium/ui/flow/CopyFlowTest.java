// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.file.Home;
import podium.core.log.LogQuery;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Container;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeCopies;
import podium.ui.fake.PartScreen;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.LastAnswers;

class CopyFlowTest {
    private final PartScreen seen = new PartScreen();
    private final FakeCopies copies = new FakeCopies();
    private final CopyFlow flow = new CopyFlow(
            seen.stage.connections, copies, seen.dialogs, seen.stage.services.background(), new LastAnswers());
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "train", "Job", JobState.RUNNING, 2, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    private record Reader(boolean running) implements PodLogReader {
        @Override
        public InputStream open(LogQuery query) {
            return InputStream.nullInputStream();
        }

        @Override
        public Optional<PodContainers> containers(String namespace, String pod) {
            return Optional.of(
                    new PodContainers("u", false, List.of(new Container("main", Role.MAIN, "is", 0, running))));
        }
    }

    private Task open(boolean running) {
        Task task = seen.stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodLogReader.class, new Reader(running));
        seen.dialogs.confirms = true;
        seen.dialogs.answer = "/data/out";
        return task;
    }

    private void until(String words) {
        seen.until(
                words,
                () -> seen.dialogs.shown.toString().replace('\u2009', ' ').contains(words));
    }

    @Test
    void filesComeFromTheContainerToAFolderThatIsChosen() {
        Task task = open(true);
        flow.begin(List.of(task));
        until("work Copying /data/out: 2 files, 7 B, copied to /srv/chosen/out. Links and devices left out: 1.");
        String home = Home.folder().toString();
        assertTrue(
                seen.dialogs.shown.contains("place folder: Choose Where out Goes, at " + home),
                seen.dialogs.shown::toString);
        assertEquals(
                List.of("from /data/out of pod " + task.getNamespace() + "/" + task.getName()
                        + ", container main to /srv/chosen"),
                copies.asked);
    }

    @Test
    void whereThereIsOneOfItsNameAnotherFolderIsAskedForAndNothingElseAgain(@TempDir Path full) throws Exception {
        Files.createFile(full.resolve("out"));
        Task task = open(true);
        seen.dialogs.folders.add(full);
        flow.begin(List.of(task));
        until("refuse Copy files: out already exists in " + full + "., place folder: Choose Where out Goes");
        until("work Copying /data/out: 2 files, 7 B, copied to /srv/chosen/out");
        assertEquals(1, copies.asked.size());
    }

    @Test
    void aFileOrAFolderGoesToTheContainer() {
        Task task = open(true);
        seen.dialogs.picks.add("A file to the container");
        flow.begin(List.of(task));
        seen.settle();
        until("work Copying to /data/out: 1 file, 7 B, copied to /data/out/chosen of pod ");
        assertTrue(
                seen.dialogs.shown.toString().contains("place file: Choose What Goes to /data/out, at "),
                seen.dialogs.shown::toString);
        seen.dialogs.picks.add("A folder to the container");
        flow.begin(List.of(task));
        until("place folder");
    }

    @Test
    void whatWasAnsweredBeforeIsOfferedTheNextTime() {
        Task task = open(true);
        flow.begin(List.of(task));
        until("path / []");
        until("work Copying /data/out");
        seen.dialogs.shown.clear();
        flow.begin(List.of(task));
        until("path /data/out [/data/out]");
        until("place folder: Choose Where out Goes, at /srv/chosen");
    }

    @Test
    void theRootIsNotCopiedAndNoErrorBeforeSomethingIsChosen() {
        Task task = open(true);
        seen.dialogs.answer = "/";
        flow.begin(List.of(task));
        until("problem ");
    }

    @Test
    void aPathThatIsNotWholeIsSaid() {
        Task task = open(true);
        seen.dialogs.answer = "data";
        flow.begin(List.of(task));
        until("problem a path that begins with / is needed");
        assertEquals(List.of(), copies.asked);
    }

    @Test
    void whereNoContainerRunsItIsSaid() {
        Task task = open(false);
        flow.begin(List.of(task));
        until("None of its containers is running");
    }

    @Test
    void ofAJobWithSeveralTasksItIsAskedWhich() {
        open(true);
        Task second = seen.stage.made.task(
                job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getLast()));
        assertEquals(Optional.empty(), flow.whyNot(List.of(job)));
        seen.dialogs.picks.add(FleetLabels.name(second));
        flow.begin(List.of(job));
        until("work Copying /data/out: 2 files");
        assertTrue(copies.asked.getFirst().contains(second.getName()), copies.asked::toString);
    }

    @Test
    void whatIsNoWorkAndWhatDoesNotRunIsRefusedInOtherWords() {
        assertEquals(Optional.of("none of its pods is running"), flow.whyNot(List.of(job)));
        assertEquals(Optional.of("select one running job or task"), flow.whyNot(List.of(lab)));
        assertEquals(Optional.of("select one running job or task"), flow.whyNot(List.of()));
    }
}
