// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.layout.FillLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.PodDescriber;
import podium.core.api.PodDescription;
import podium.core.api.PodDescription.Line;
import podium.core.api.PodDescription.Section;
import podium.core.api.PodDescription.Tone;
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
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;

class FailsPageTest {
    private final PartScreen seen = new PartScreen();
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "loader", "Deployment", JobState.FAILING, 1, 8);
    private final Task task = seen.stage.made.task(
            job, 0, TaskPhase.STARTING, List.of(lab.getNodes().getFirst()));
    private final List<List<EObject>> logs = new ArrayList<>();
    private int events;

    @AfterEach
    void close() {
        seen.close();
    }

    private FailsPage page() {
        task.setReason("CrashLoopBackOff");
        task.setRestarts(7);
        PodDescriber describer = (namespace, name) -> Optional.of(new PodDescription(List.of(new Section(
                "container main",
                List.of(
                        new Line("image", "loader:1", Tone.PLAIN),
                        new Line("restarts", "7", Tone.BAD),
                        new Line("last run", "ended with exit code 1 (Error)", Tone.BAD))))));
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.capabilities.put(PodDescriber.class, describer);
        seen.shell.setLayout(new FillLayout());
        FailsPage page =
                new FailsPage(seen.shell, seen.stage.services, seen.stage.connections, logs::add, () -> events++);
        seen.show();
        return page;
    }

    @Test
    void aJobThatFailsSaysWhyWithItsPodsTheirRestartsAndHowTheyEnded() {
        FailsPage page = page();
        page.show(job);
        seen.until("how it ended is read", () -> told().contains("container main, last run: ended with exit code 1"));
        String node = lab.getNodes().getFirst().getName();
        assertTrue(told().contains("loader-0: CrashLoopBackOff, 7 restarts, on " + node), this::told);
        assertFalse(told().contains("loader:1"), "only what is bad");
    }

    @Test
    void whatItsPodSaysIsSaidOnceBehindHowItEnded() {
        FailsPage page = page();
        task.setMessage("back-off 5m0s restarting");
        job.setReason("CrashLoopBackOff: back-off 5m0s restarting");
        page.show(job);
        seen.until("it is read", () -> told().contains("exit code 1"));
        assertTrue(told().matches(".*exit code 1.*back-off.*"), this::told);
        assertEquals(told().indexOf("back-off"), told().lastIndexOf("back-off"), this::told);
        assertFalse(told().contains("restarts: 7"), "they stand behind its name");
        task.setMessage("");
        page.show(job);
        assertTrue(told().startsWith("CrashLoopBackOff: back-off"), this::told);
    }

    /** The exit code came seconds after the page, which did not say that more would come; the cause stood behind Logs alone. */
    @Test
    void whatIsStillReadIsSaidToBeAndTheEndOfTheLogOfTheRunThatEndedFollows() {
        List<LogQuery> asked = new CopyOnWriteArrayList<>();
        CountDownLatch answers = new CountDownLatch(1);
        FailsPage page = page();
        seen.stage.connections.capabilities.put(PodLogReader.class, new PodLogReader() {
            @Override
            public InputStream open(LogQuery query) {
                asked.add(query);
                return new ByteArrayInputStream(
                        "2026-01-01T00:00:00Z \u001b[31mNoSuchBucket\u001b[0m: shards\n".getBytes(UTF_8));
            }

            @Override
            public Optional<PodContainers> containers(String namespace, String pod) throws IOException {
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return Optional.of(
                        new PodContainers("", false, List.of(new Container("main", Role.MAIN, "running", 7, true))));
            }
        });
        page.show(job);
        assertTrue(told().contains("reading how it ended"), this::told);
        answers.countDown();
        seen.until("the end of the log is read", () -> told().contains("the end of its log: NoSuchBucket: shards"));
        assertFalse(told().contains("reading"), this::told);
        assertTrue(asked.getFirst().previous() && asked.getFirst().tail().getAsLong() == 3, asked::toString);
    }

    @Test
    void podsThatSayTheSameSayItOnce() {
        Task other = seen.stage.made.task(
                job, 1, TaskPhase.STARTING, List.of(lab.getNodes().getFirst()));
        FailsPage page = page();
        other.setReason("CrashLoopBackOff");
        List.of(task, other).forEach(it -> it.setMessage("back-off 5m0s restarting"));
        page.show(job);
        assertTrue(told().contains("loader-1"), this::told);
        assertEquals(told().indexOf("back-off"), told().lastIndexOf("back-off"), this::told);
    }

    @Test
    void theWaysOnAreTheLogsWhichArePromisedOfTheRunBeforeWhereThereIsOneAndTheEvents() {
        FailsPage page = page();
        page.show(job);
        assertTrue(
                seen.tool("Logs").orElseThrow().getToolTipText().contains("where it was restarted"),
                "a job without a restart fails too");
        seen.pressTool("Logs");
        seen.pressTool("Events");
        assertEquals(List.of(List.of(job)), logs);
        assertEquals(1, events);
    }

    /** Between two crashes the pod runs for seconds, and the job fails as before. */
    @Test
    void betweenTwoCrashesThePodThatWasRestartedIsNamed() {
        FailsPage page = page();
        task.setPhase(TaskPhase.RUNNING);
        task.setReady(true);
        assertTrue(page.isFor(job));
        page.show(job);
        assertTrue(told().contains("7 restarts"), this::told);
        assertFalse(page.isFor(task));
        job.setState(JobState.RUNNING);
        assertFalse(page.isFor(job));
    }

    /** A rank of a gang had failed and was made anew: nothing of Details told why, and Logs opened those of all ranks. */
    @Test
    void ofAJobThatGoesOnTheTasksThatFailedAreToldWithWhenAndTheirLogsAreOpened() {
        FailsPage page = page();
        job.setState(JobState.RUNNING);
        task.setPhase(TaskPhase.FAILED);
        task.setReason("Error");
        task.setFailed(FakeFleet.NOW.minusSeconds(720));
        Task anew = seen.stage.made.task(
                job, 0, TaskPhase.RUNNING, List.of(lab.getNodes().getLast()));
        assertTrue(page.isFor(job));
        assertFalse(page.isFor(anew));
        page.show(job);
        seen.until("how it ended is read", () -> told().contains("ended with exit code 1"));
        assertTrue(told().contains("loader-0: Error"), this::told);
        assertTrue(told().contains("it last ended in failure"), this::told);
        seen.pressTool("Logs");
        assertEquals(List.of(List.of(task)), logs);
        task.setPhase(TaskPhase.RUNNING);
        assertTrue(page.isFor(task), "a container of it runs again");
    }

    private String told() {
        return String.join(" ", seen.cells()).replaceAll("\\s+", " ");
    }
}
