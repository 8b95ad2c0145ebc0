// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.operation.job.JobAction;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Suspending schedules that are not CronJobs, and starting one of their jobs now. */
class ScheduledActsTest {
    private static final ObjectRef RECURRING =
            new ObjectRef("kubeflow.org", "v1beta1", "scheduledworkflows", "ScheduledWorkflow", "team", "train");
    private static final ObjectRef SPARK = new ObjectRef(
            "sparkoperator.k8s.io",
            "v1beta2",
            "scheduledsparkapplications",
            "ScheduledSparkApplication",
            "team",
            "train");

    private final Shelf shelf = new Shelf();

    private static String first(Plan plan) {
        return ((Step.Write) plan.steps().getFirst()).write().body();
    }

    private static String back(Plan plan) {
        return ((Step.Write) plan.undo().getFirst()).write().body();
    }

    @Test
    void aRecurringRunIsSuspendedByNotBeingEnabledAndBack() throws IOException {
        shelf.put(
                RECURRING,
                "",
                ",\"spec\":{\"enabled\":true,\"trigger\":{\"cronSchedule\":{\"cron\":\"0 0 3 * * *\"}}}");
        Plan plan = shelf.plan(RECURRING, new JobAction.Suspend());
        assertEquals("{\"spec\":{\"enabled\":false}}", first(plan));
        assertEquals("{\"spec\":{\"enabled\":true}}", back(plan));
        assertTrue(plan.effects().getFirst().contains("a record of its own"), plan.effects()::toString);
        assertTrue(shelf.refusal(RECURRING, new JobAction.Resume()).reason().contains("is not suspended"));
        shelf.put(RECURRING, "", ",\"spec\":{\"trigger\":{\"cronSchedule\":{\"cron\":\"0 0 3 * * *\"}}}");
        Plan on = shelf.plan(RECURRING, new JobAction.Resume());
        assertEquals("{\"spec\":{\"enabled\":true}}", first(on));
        assertEquals("{\"spec\":{\"enabled\":false}}", back(on));
        assertTrue(shelf.refusal(RECURRING, new JobAction.Suspend()).reason().contains("suspended already"));
    }

    @Test
    void aRunOfAPipelineIsStartedThere() throws IOException {
        shelf.put(RECURRING, "", ",\"spec\":{\"enabled\":true}");
        assertTrue(shelf.refusal(RECURRING, new JobAction.Trigger()).reason().contains("its own record")
                || shelf.refusal(RECURRING, new JobAction.Trigger()).reason().contains("from its own record"));
    }

    @Test
    void aSparkApplicationIsStartedNowThatItsOperatorNeitherCountsNorDeletes() throws IOException {
        shelf.put(
                SPARK,
                ",\"labels\":{\"team\":\"etl\"}",
                ",\"spec\":{\"schedule\":\"@every"
                        + " 5m\",\"concurrencyPolicy\":\"Forbid\",\"template\":{\"type\":\"Python\"}}");
        assertEquals("{\"spec\":{\"suspend\":true}}", first(shelf.plan(SPARK, new JobAction.Suspend())));
        Plan plan = shelf.plan(SPARK, new JobAction.Trigger());
        ApiWrite create = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write())
                .findFirst()
                .orElseThrow();
        assertEquals("SparkApplication", create.target().kind());
        JsonNode made = Trees.read(create.body());
        assertEquals("Python", Trees.text(made, "/spec/type"));
        assertEquals("u-train", Trees.text(made, "/metadata/ownerReferences/0/uid"));
        assertEquals("{\"team\":\"etl\"}", made.path("metadata").path("labels").toString());
        assertTrue(plan.effects().getFirst().startsWith("Forbid does not count"), plan.effects()::toString);
        assertTrue(plan.canUndo());
    }

    private static JsonNode made(Plan plan) throws IOException {
        ApiWrite create = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write())
                .findFirst()
                .orElseThrow();
        return Trees.read(create.body());
    }

    @Test
    void aWorkflowIsStartedNowAsItsScheduleWouldAndCountsAsOneOfItsRuns() throws IOException {
        ObjectRef cron = new ObjectRef("argoproj.io", "v1alpha1", "cronworkflows", "CronWorkflow", "team", "train");
        shelf.put(
                cron,
                ",\"labels\":{\"workflows.argoproj.io/controller-instanceid\":\"b\"}",
                ",\"spec\":{\"schedules\":[\"@daily\"],\"concurrencyPolicy\":\"Forbid\",\"startingDeadlineSeconds\":60,"
                        + "\"workflowMetadata\":{\"labels\":{\"team\":\"etl\"}},\"workflowSpec\":{\"entrypoint\":\"main\"}}");
        assertEquals("{\"spec\":{\"suspend\":true}}", first(shelf.plan(cron, new JobAction.Suspend())));
        Plan plan = shelf.plan(cron, new JobAction.Trigger());
        JsonNode made = made(plan);
        assertEquals("Workflow", made.path("kind").asText());
        assertEquals("main", Trees.text(made, "/spec/entrypoint"));
        assertEquals(
                "{\"workflows.argoproj.io/controller-instanceid\":\"b\",\"team\":\"etl\",\"workflows.argoproj.io/cron-workflow\":\"train\"}",
                made.path("metadata").path("labels").toString());
        assertEquals("u-train", Trees.text(made, "/metadata/ownerReferences/0/uid"));
        assertTrue(plan.effects().getFirst().startsWith("Forbid: while it runs"), plan.effects()::toString);
        assertTrue(plan.canUndo());
    }

    @Test
    void aRayJobIsStartedNow() throws IOException {
        ObjectRef cron = new ObjectRef("ray.io", "v1", "raycronjobs", "RayCronJob", "team", "train");
        shelf.put(
                cron,
                "",
                ",\"spec\":{\"schedule\":\"@daily\",\"suspend\":true,\"jobTemplate\":{\"entrypoint\":\"python"
                        + " a.py\"}}");
        Plan on = shelf.plan(cron, new JobAction.Resume());
        assertEquals("{\"spec\":{\"suspend\":false}}", first(on));
        assertTrue(on.effects().getFirst().contains("starts at once"), on.effects()::toString);
        JsonNode made = made(shelf.plan(cron, new JobAction.Trigger()));
        assertEquals("RayJob", made.path("kind").asText());
        assertEquals("python a.py", Trees.text(made, "/spec/entrypoint"));
        assertEquals("true", Trees.text(made, "/metadata/ownerReferences/0/controller"));
    }

    @Test
    void aVolcanoJobIsStartedNow() throws IOException {
        ObjectRef cron = new ObjectRef("batch.volcano.sh", "v1alpha1", "cronjobs", "CronJob", "team", "train");
        shelf.put(
                cron,
                "",
                ",\"spec\":{\"schedule\":\"@daily\",\"concurrencyPolicy\":\"Replace\",\"startingDeadlineSeconds\":60,"
                        + "\"jobTemplate\":{\"metadata\":{\"labels\":{\"team\":\"etl\"}},\"spec\":{\"queue\":\"gold\",\"tasks\":[]}}}");
        assertEquals("{\"spec\":{\"suspend\":true}}", first(shelf.plan(cron, new JobAction.Suspend())));
        Plan plan = shelf.plan(cron, new JobAction.Trigger());
        JsonNode made = made(plan);
        assertEquals("batch.volcano.sh/v1alpha1", made.path("apiVersion").asText());
        assertEquals("Job", made.path("kind").asText());
        assertEquals("gold", Trees.text(made, "/spec/queue"));
        assertEquals("{\"team\":\"etl\"}", made.path("metadata").path("labels").toString());
        assertEquals("u-train", Trees.text(made, "/metadata/ownerReferences/0/uid"));
        assertTrue(plan.effects().getFirst().contains("Replace does not count"), plan.effects()::toString);
        assertTrue(plan.canUndo());
    }
}
