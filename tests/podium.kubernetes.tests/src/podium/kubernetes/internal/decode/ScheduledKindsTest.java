// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.OwnState;
import podium.kubernetes.testkit.Truth;
import podium.model.fleet.JobState;

/** Schedules of Kubeflow Pipelines, Argo, KubeRay and the Spark operator tell themselves when they run. */
class ScheduledKindsTest {
    private static Change.WorkloadSeen read(String kind, String spec, String status) {
        String json = "{\"metadata\":{\"name\":\"nightly\",\"namespace\":\"ml\"},\"spec\":" + spec + ",\"status\":"
                + status + "}";
        return (Change.WorkloadSeen) Truth.decode(Truth.kind(kind), new Kind.Shared(), json)
                .changes()
                .getFirst();
    }

    private static Change.WorkloadSeen recurring(String spec, String status) {
        return read("scheduledworkflows.kubeflow.org", spec, status);
    }

    private static Change.WorkloadSeen spark(String spec, String status) {
        return read("scheduledsparkapplications.sparkoperator.k8s.io", spec, status);
    }

    @Test
    void aRecurringRunTellsItsScheduleItsRunsAndItsNextOne() {
        Change.WorkloadSeen seen = recurring(
                "{\"enabled\":true,\"maxConcurrency\":2,\"trigger\":{\"cronSchedule\":{\"cron\":\"0 0 3 * * *\"}}}",
                """
                {"trigger":{"lastTriggeredTime":"2026-03-01T03:00:00Z","nextTriggeredTime":"2026-03-02T03:00:00Z"},
                 "workflowHistory":{"active":[{"name":"nightly-7-12"}]}}\
                """);
        assertEquals(
                new OwnState(
                        JobState.RUNNING,
                        "running: nightly-7-12; schedule 0 0 3 * * *; next run 2026-03-02 03:00 UTC; last run"
                                + " 2026-03-01 03:00 UTC"),
                seen.own().orElseThrow());
        assertFalse(seen.suspended());
        assertEquals(0, seen.wanted(), "its Workflows are jobs of their own");
    }

    @Test
    void oneThatIsNotEnabledIsSuspendedAlsoWhereNothingIsSaid() {
        for (String enabled : new String[] {"", "\"enabled\":false,"}) {
            Change.WorkloadSeen seen =
                    recurring("{" + enabled + "\"trigger\":{\"periodicSchedule\":{\"intervalSecond\":7200}}}", "{}");
            assertTrue(seen.suspended());
            assertEquals("every 2 h; not run yet", seen.own().orElseThrow().words());
        }
    }

    @Test
    void oneThatRunsOnceIsOverWhenItRan() {
        Change.WorkloadSeen seen =
                recurring("{\"trigger\":{}}", "{\"trigger\":{\"lastTriggeredTime\":\"2026-03-01T03:00:00Z\"}}");
        assertFalse(seen.suspended());
        assertEquals(
                new OwnState(JobState.SUCCEEDED, "runs once; last run 2026-03-01 03:00 UTC"),
                seen.own().orElseThrow());
    }

    @Test
    void aScheduledSparkApplicationTellsWhatItsOperatorWrote() {
        String spec = "{\"schedule\":\"@every 5m\",\"suspend\":%s,\"template\":{\"executor\":{\"instances\":2}}}";
        Change.WorkloadSeen seen = spark(spec.formatted("false"), """
            {"scheduleState":"Scheduled","lastRun":"2026-03-01T03:00:00Z","lastRunName":"nightly-17",
             "nextRun":"2026-03-01T03:05:00Z"}\
            """);
        assertEquals(
                new OwnState(
                        JobState.SCHEDULED,
                        "schedule @every 5m (clock of its operator); next run 2026-03-01 03:05 UTC; last run"
                                + " 2026-03-01 03:00 UTC as nightly-17"),
                seen.own().orElseThrow());
        assertEquals(0, seen.wanted());
        assertTrue(spark(spec.formatted("true"), "{}").suspended());
        String words = spark(
                        spec.formatted("false"),
                        "{\"scheduleState\":\"FailedValidation\",\"reason\":\"expected 5 fields\"}")
                .own()
                .orElseThrow()
                .words();
        assertTrue(words.contains("does not understand it: expected 5 fields"), words);
    }

    /** Of Argo 3.6 with several schedules, and of before. */
    @Test
    void aCronWorkflowTellsTheFirstOfItsSchedules() {
        Change.WorkloadSeen seen = read(
                "cronworkflows.argoproj.io",
                "{\"schedules\":[\"0 3 * * *\",\"30 1 * *"
                        + " *\"],\"timezone\":\"Etc/UTC\",\"concurrencyPolicy\":\"Forbid\"}",
                "{\"lastScheduledTime\":\"2026-03-01T03:00:00Z\",\"active\":[{\"name\":\"nightly-1772334000\"}]}");
        assertEquals(
                new OwnState(
                        JobState.RUNNING,
                        "running: nightly-1772334000; schedule 0 3 * * *, 30 1 * * * Etc/UTC; next run 2026-03-02"
                                + " 01:30 UTC; last run 2026-03-01 03:00 UTC"),
                seen.own().orElseThrow());
        assertEquals(0, seen.wanted(), "its Workflows are jobs of their own");
        Change.WorkloadSeen old = read("cronworkflows.argoproj.io", "{\"schedule\":\"@daily\",\"suspend\":true}", "{}");
        assertTrue(old.suspended());
        assertEquals(
                "schedule @daily (no time zone; read as UTC); not run yet",
                old.own().orElseThrow().words());
    }

    @Test
    void aCronWorkflowThatIsOverOrBrokenSaysSo() {
        assertEquals(
                new OwnState(
                        JobState.SUCCEEDED,
                        "its stop strategy ended it; schedule @daily (no time zone; read as UTC); last run 2026-03-01"
                                + " 00:00 UTC"),
                read(
                                "cronworkflows.argoproj.io",
                                "{\"schedules\":[\"@daily\"]}",
                                "{\"phase\":\"Stopped\",\"lastScheduledTime\":\"2026-03-01T00:00:00Z\"}")
                        .own()
                        .orElseThrow());
        String words = read(
                        "cronworkflows.argoproj.io",
                        "{\"schedules\":[\"@daily\"]}",
                        "{\"conditions\":[{\"type\":\"SubmissionError\",\"status\":\"True\",\"message\":\"no"
                                + " template\"}]}")
                .own()
                .orElseThrow()
                .words();
        assertTrue(words.startsWith("no template; schedule @daily"), words);
    }

    /** In the likeness of the example of Volcano's guide, Cron VolcanoJob. */
    @Test
    void aCronJobOfVolcanoTellsItsScheduleAndIsNoCronJobOfKubernetes() {
        Change.WorkloadSeen seen = read(
                "cronjobs.batch.volcano.sh",
                "{\"schedule\":\"0 3 * * *\",\"timeZone\":\"Etc/UTC\",\"concurrencyPolicy\":\"Forbid\",\"jobTemplate\":"
                        + "{\"spec\":{\"tasks\":[{\"replicas\":2,\"template\":{\"spec\":{}}}]}}}",
                "{\"lastScheduleTime\":\"2026-03-01T03:00:00Z\",\"active\":[{\"name\":\"nightly-29539860\"}]}");
        assertEquals(
                new OwnState(
                        JobState.RUNNING,
                        "running: nightly-29539860; schedule 0 3 * * * Etc/UTC; next run 2026-03-02 03:00 UTC; last"
                                + " run 2026-03-01 03:00 UTC"),
                seen.own().orElseThrow());
        assertEquals(0, seen.wanted(), "its Jobs are jobs of their own");
        assertEquals("batch.volcano.sh/v1alpha1", seen.apiVersion());
        assertTrue(read("cronjobs.batch.volcano.sh", "{\"schedule\":\"0 3 * * *\",\"suspend\":true}", "{}")
                .suspended());
    }

    @Test
    void aRayCronJobTellsItsScheduleInItsTimeZone() {
        assertEquals(
                new OwnState(
                        JobState.SCHEDULED,
                        "schedule 0 3 * * * Asia/Tokyo; next run 2026-03-02 18:00 UTC; last run 2026-03-01 18:00 UTC"),
                read(
                                "raycronjobs.ray.io",
                                "{\"schedule\":\"0 3 * * *\",\"timeZone\":\"Asia/Tokyo\",\"jobTemplate\":{}}",
                                "{\"lastScheduleTime\":\"2026-03-01T18:00:00Z\"}")
                        .own()
                        .orElseThrow());
        assertTrue(read("raycronjobs.ray.io", "{\"schedule\":\"0 3 * * *\",\"suspend\":true}", "{}")
                .suspended());
    }
}
