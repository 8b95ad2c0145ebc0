// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.operation.forward.PortForward;
import podium.ui.fake.FakeForwards;
import podium.ui.fake.PartScreen;
import podium.ui.prompt.LastAnswers;

class ForwardFlowTest {
    private final PartScreen seen = new PartScreen();
    private final FakeForwards forwards = new FakeForwards();
    private final ForwardFlow flow = new ForwardFlow(
            seen.stage.front, forwards, seen.dialogs, new LastAnswers(), seen.stage.services.background());
    private final Cluster lab = seen.stage.made.cluster("lab", 4);
    private final Job job = seen.stage.made.job(lab, "chat", "Deployment", JobState.RUNNING, 2, 8);

    @AfterEach
    void close() {
        seen.close();
    }

    private void answer(String ports) {
        seen.dialogs.confirms = true;
        seen.dialogs.answer = ports;
        flow.begin(List.of(job));
    }

    /** "None of its pods" was said of a pod, and of tasks that are pods. */
    @Test
    void whatDoesNotRunIsSaidOfAPodOfTasksAndOfAJob() {
        Task one = seen.stage.made.task(job, 0, TaskPhase.SUCCEEDED, List.of());
        Task other = seen.stage.made.task(job, 1, TaskPhase.PENDING, List.of());
        Job pod = seen.stage.made.job(lab, "bare", "Pod", JobState.HELD, 1, 8);
        assertEquals(Optional.of("it is not running"), flow.whyNot(List.of(pod)));
        assertEquals(Optional.of("it is not running"), flow.whyNot(List.of(one)));
        assertEquals(Optional.of("none of them is running"), flow.whyNot(List.of(one, other)));
        assertEquals(Optional.of("none of its pods is running"), flow.whyNot(List.of(job)));
    }

    @Test
    void theFirstTaskOfAJobThatRunsIsForwardedAndShown() {
        assertEquals(Optional.of("none of its pods is running"), flow.whyNot(List.of(job)));
        seen.stage.made.task(job, 0, TaskPhase.PENDING, List.of());
        Task runs = seen.stage.made.task(
                job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        assertEquals(Optional.empty(), flow.whyNot(List.of(job)));
        answer("18080:8000");
        seen.until("it is shown", () -> seen.stage.parts.contains("podium.part.forwards"));
        PortForward forward = forwards.all().getFirst();
        assertEquals(18080, forward.localPort());
        assertEquals(
                new ForwardTarget(ForwardTarget.Kind.POD, runs.getNamespace(), runs.getName(), 8000), forward.target());
        assertTrue(seen.dialogs.shown.getFirst().contains(" 8000 "), seen.dialogs.shown::toString);
    }

    /** Of a gang rank 0 was taken, and the title told of a pod that nobody had named. */
    @Test
    void ofAJobWithSeveralTasksItIsAskedWhichOne() {
        List<Task> ranks = IntStream.range(0, 2)
                .mapToObj(rank -> seen.stage.made.task(
                        job, rank, TaskPhase.RUNNING, List.of(lab.getNodes().get(rank))))
                .toList();
        seen.dialogs.picks.add(ranks.getLast().getName());
        answer("8000");
        seen.until("it is forwarded", () -> !forwards.all().isEmpty());
        assertEquals(
                ranks.getLast().getName(), forwards.all().getFirst().target().name());
        assertTrue(
                seen.dialogs.shown.getFirst().contains("Forward port: 2 running tasks"), seen.dialogs.shown::toString);
    }

    @Test
    void whatIsNoPortIsSaid() {
        seen.stage.made.task(job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        for (String wrong : List.of("", "0", "70000", "http", "70000:80", "80:80:80")) {
            seen.dialogs.shown.clear();
            answer(wrong);
            seen.until("it is said of " + wrong, () -> seen.dialogs.shown.stream()
                    .anyMatch(line -> line.startsWith("problem ")));
        }
        assertEquals(List.of(), forwards.all());
    }

    @Test
    void aPrivilegedPortIsNotAskedForOnThisMachine() {
        forwards.ports = List.of(80);
        flow.begin(new ClusterId("lab"), ForwardTarget.Kind.SERVICE, "team", "web");
        seen.until("it is asked", () -> seen.dialogs.shown.stream().anyMatch(line -> line.contains(" :80 ")));
    }

    @Test
    void ofManyPortsTheFirstAreNamed() {
        assertEquals("It declares 80, 443.", ForwardFlow.known(List.of(80, 443)));
        assertEquals(
                "It declares 1, 2, 3, 4, 5, 6, 7, 8 and 1992 more.",
                ForwardFlow.known(IntStream.rangeClosed(1, 2000).boxed().toList()));
    }

    @Test
    void aRefusalIsShown() {
        forwards.fails = "Local port 8000 is taken or may not be used.";
        seen.stage.made.task(job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        answer("8000");
        seen.until("it is said", () -> seen.dialogs.shown.toString().contains("Local port 8000 is taken"));
        assertEquals(List.of(), seen.stage.parts);
    }

    @Test
    void aFailureIsSaidWithoutTheNameOfItsClass() {
        forwards.fails = "java.net.SocketException: Connection reset by peer";
        seen.stage.made.task(job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        answer("8000");
        seen.until("it is said", () -> seen.dialogs.shown.stream()
                .anyMatch(line -> line.endsWith(": Connection reset by peer.")));
    }

    @Test
    void aClusterThatIsLockedSaysWhyNot() {
        seen.stage.made.task(job, 1, TaskPhase.RUNNING, List.of(lab.getNodes().getFirst()));
        forwards.refusal = Optional.of("the cluster is read-only");
        assertEquals(forwards.refusal, flow.whyNot(List.of(job)));
    }
}
