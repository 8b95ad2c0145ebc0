// SPDX-License-Identifier: Apache-2.0
package podium.ui.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiEvent;
import podium.core.change.Change;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.fake.PartScreen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.UiServices;

/** "5 nodes could take it now", and it was offered a place, while the server refused each of its pods. */
class PodRefusalsTest {
    private final PartScreen seen = new PartScreen();
    private final UiFixture stage = seen.stage;
    private final Cluster lab = stage.made.cluster("lab", 2);
    private final PodRefusals refusals = new PodRefusals(stage.fleet, stage.connections, stage.services);

    @AfterEach
    void close() {
        seen.close();
    }

    private Job late() {
        Job job = stage.made.job(lab, "late", "Job", JobState.WAITING, 1, 8);
        job.setUid("uid-late");
        job.setCreated(Instant.parse("2026-03-04T03:00:00Z"));
        stage.connections.open("lab", Optional.empty());
        return job;
    }

    @Test
    void whatTheServerRefusesIsAskedOfTheEventsAndGoesToTheFactsOfTheCluster() {
        Job job = late();
        happens("FailedCreate", "late", "Error creating: pods late- is forbidden: violates PodSecurity", 3);
        happens("FailedCreate", "later", "of another", 5);
        happens("SuccessfulCreate", "late", "Created pod: late-0", 1);
        refusals.read(job);
        refusals.read(job);
        seen.until("it is told", () -> !stage.fleet.sent.isEmpty());
        assertEquals(
                List.of(new Change.FactSeen(new PodRefusal(
                        "research",
                        "uid-late",
                        "Error creating: pods late- is forbidden: violates PodSecurity",
                        true,
                        Instant.parse("2026-03-04T03:00:03Z")))),
                List.copyOf(stage.fleet.sent),
                "once");
    }

    @Test
    void thatTheEventsMayNotBeReadIsToldToo() {
        Job job = late();
        stage.connections.barred.add("/api/v1/namespaces/research/events");
        refusals.read(job);
        seen.until("it is told", () -> !stage.fleet.sent.isEmpty());
        assertEquals(
                List.of(new Change.FactSeen(new PodRefusal("research", "uid-late", "", false, null))),
                List.copyOf(stage.fleet.sent));
    }

    /** All events of the namespace are looked through for it. */
    @Test
    void aJobIsAskedAboutAgainAfterHalfAMinuteAndWhileItIsYoungSooner() {
        Instant[] now = {Instant.parse("2026-03-04T03:00:05Z")};
        UiServices services = new UiServices(
                stage.services.theme(), stage.services.background(), () -> now[0], stage.services.hidden());
        PodRefusals reading = new PodRefusals(stage.fleet, stage.connections, services);
        Job job = late();
        int[] asked = {0};
        for (int second : List.of(5, 14, 15, 1000, 1029, 1030)) {
            now[0] = Instant.parse("2026-03-04T03:00:00Z").plusSeconds(second);
            reading.read(job);
            asked[0] += second == 14 || second == 1029 ? 0 : 1;
            seen.until("asked as often as that", () -> stage.fleet.sent.size() == asked[0]);
        }
    }

    @Test
    void nobodyIsAskedOfAJobThatHasItsPodsIsSuspendedOrHasEnded() {
        Job job = late();
        job.setSuspended(true);
        refusals.read(job);
        job.setSuspended(false);
        job.setState(JobState.SUCCEEDED);
        refusals.read(job);
        assertTrue(stage.connections.asked.stream().noneMatch(one -> one.contains("/events")));
    }

    @Test
    void aRefusalCountsUntilItsControllerCreatesOneAndIsNotThatOfANamesakeBefore() {
        List<ApiEvent> events = List.of(
                event("SuccessfulCreate", "web-b", 4),
                event("FailedCreate", "web-a", 3),
                event("FailedCreate", "web-b", 2));
        assertEquals(Optional.of(events.get(1)), PodRefusals.last(events, Instant.ofEpochSecond(3)));
        assertEquals(Optional.empty(), PodRefusals.last(events, Instant.ofEpochSecond(4)), "it was told of another");
        assertEquals(Optional.empty(), PodRefusals.last(List.of(events.get(0), events.get(2)), null));
    }

    /** Of a JobSet whose Jobs are refused, and of operators that make pods themselves. */
    @Test
    void whatOperatorsCallARefusalIsOneToo() {
        for (String reason : List.of("JobCreationFailed", "FailedCreatePod", "FailedToCreateHeadPod")) {
            assertTrue(PodRefusals.last(List.of(event(reason, "set", 3)), null).isPresent(), reason);
        }
        assertEquals(Optional.empty(), PodRefusals.last(List.of(event("JobCreated", "set", 3)), null));
    }

    private static ApiEvent event(String reason, String about, int second) {
        return new ApiEvent(Instant.ofEpochSecond(second), true, reason, "no", 1, "", "ReplicaSet", about);
    }

    private void happens(String reason, String about, String message, int second) {
        stage.connections.objects.put("/api/v1/namespaces/research/events/" + about + reason + second, """
            {"type":"Normal","reason":"%s","message":"%s","lastTimestamp":"2026-03-04T03:00:%02dZ",
             "involvedObject":{"kind":"Job","name":"%s"}}\
            """.formatted(
                        reason, message, second, about));
    }
}
