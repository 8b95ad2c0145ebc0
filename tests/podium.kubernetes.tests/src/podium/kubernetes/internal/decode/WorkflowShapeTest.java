// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.fleet.Holdings;
import podium.kubernetes.testkit.Truth;

/** What a Workflow asks for: its widest steps before it starts, those at hand while it runs, nothing at its end. */
class WorkflowShapeTest {
    private static Change.WorkloadSeen read(String spec, String status) {
        String json = "{\"metadata\":{\"name\":\"flow\",\"namespace\":\"data\"},\"spec\":" + spec + ",\"status\":"
                + status + "}";
        return (Change.WorkloadSeen) Truth.decode(Truth.kind("workflows.argoproj.io"), new Kind.Shared(), json)
                .changes()
                .getFirst();
    }

    private static final String SPEC = """
        {"entrypoint":"main","templates":[
          {"name":"main","steps":[[{"name":"a","template":"load"}],
            [{"name":"b","template":"train","withItems":[1,2,3]},{"name":"c","template":"watch"}]]},
          {"name":"load","container":{"image":"i"}},
          {"name":"train","container":{"image":"i","resources":{"limits":{"nvidia.com/gpu":8}}},
           "nodeSelector":{"pool":"gpu"}},
          {"name":"watch","script":{"image":"i","resources":{"limits":{"cpu":"2"}}}}]}\
        """;

    private static int gpus(Change.WorkloadSeen seen) {
        return seen.groups().isEmpty()
                ? seen.template()
                        .map(spec -> seen.wanted() * Holdings.asked(spec))
                        .orElse(0)
                : seen.groups().stream()
                        .mapToInt(group -> group.tasks() * Holdings.asked(group.spec()))
                        .sum();
    }

    @Test
    void beforeItStartsItsWidestStepsCount() {
        for (String status : List.of("{}", "{\"phase\":\"Pending\"}")) {
            Change.WorkloadSeen seen = read(SPEC, status);
            assertEquals(4, seen.wanted());
            assertEquals(24, gpus(seen));
        }
    }

    @Test
    void whileItRunsTheStepsThatAreThereCountAndNoOthers() {
        Change.WorkloadSeen seen = read(SPEC, """
            {"phase":"Running","nodes":{
              "flow":{"type":"Steps","phase":"Running","templateName":"main"},
              "flow-1":{"type":"Pod","phase":"Succeeded","templateName":"load"},
              "flow-2":{"type":"Pod","phase":"Running","templateName":"train"},
              "flow-3":{"type":"Pod","phase":"Pending","templateName":"train"}}}\
            """);
        assertEquals(2, seen.wanted());
        assertEquals(16, gpus(seen));
    }

    @Test
    void oneThatFailedIsNotDoneThoughItsControllerCallsItCompleted() {
        Change.WorkloadSeen seen = read(SPEC, """
            {"phase":"Failed","message":"child failed","finishedAt":"2026-02-01T08:00:00Z",
             "conditions":[{"type":"Completed","status":"True"},{"type":"PodRunning","status":"False"}]}\
            """);
        assertTrue(seen.conditions().holds("Failed"));
        assertFalse(seen.conditions().holds("Completed"));
        assertEquals("child failed", seen.reason());
        assertEquals(0, seen.wanted());
        assertTrue(read(SPEC, "{\"phase\":\"Succeeded\"}").conditions().holds("Complete"));
    }

    @Test
    void templatesThatAreWrittenIntoStepsAndTasksCountAsOthersDo() {
        String gpus = "{\"container\":{\"image\":\"i\",\"resources\":{\"limits\":{\"nvidia.com/gpu\":4}}}}";
        Change.WorkloadSeen seen = read("""
            {"entrypoint":"main","templates":[{"name":"main","steps":[[
              {"name":"a","inline":%1$s},
              {"name":"b","withItems":[1,2],"inline":{"dag":{"tasks":[
                 {"name":"x","inline":%1$s},{"name":"y","inline":%1$s},{"name":"z","depends":"x","inline":%1$s}]}}}]]}]}\
            """.formatted(gpus), "{}");
        assertEquals(5, seen.wanted());
        assertEquals(20, gpus(seen));
    }

    @Test
    void whatTheDefaultsOfAllTemplatesSayOfThePlaceIsNamed() {
        Change.WorkloadSeen seen = read("""
            {"entrypoint":"main","templateDefaults":{"nodeSelector":{"pool":"gpu"}},
             "templates":[{"name":"main","container":{"image":"i"}}]}\
            """, "{}");
        assertEquals(
                List.of("its templateDefaults"),
                seen.template().map(spec -> spec.unread()).orElse(List.of()));
    }

    @Test
    void claimsOfAStepAreThoseOfItsPodAndWhatLiesElsewhereIsNamed() {
        Change.WorkloadSeen seen = read("""
            {"entrypoint":"main","resourceClaims":[{"name":"gpu","resourceClaimTemplateName":"one"}],
             "templates":[{"name":"main","podSpecPatch":"nodeSelector: {a: b}","container":{"image":"i"}},
               {"name":"other","dag":{"tasks":[{"name":"t","templateRef":{"name":"shared","template":"x"}}]}}]}\
            """, "{}");
        assertEquals(
                List.of("<pod>-gpu/one"),
                seen.template().map(spec -> spec.resourceClaims()).orElse(List.of()));
        assertEquals(
                List.of("the podSpecPatch of step main", "WorkflowTemplate shared"),
                seen.template().map(spec -> spec.unread()).orElse(List.of()));
    }
}
