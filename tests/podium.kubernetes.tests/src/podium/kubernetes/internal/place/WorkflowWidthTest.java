// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.workflow.WorkflowSteps;
import podium.kubernetes.internal.kind.workflow.WorkflowWidth;
import podium.kubernetes.internal.place.pin.PodPart;

/** How many steps of a workflow can run at the same time. */
class WorkflowWidthTest {
    private static final String LEAVES = """
        {"name":"small","container":{"image":"i"}},
        {"name":"big","container":{"image":"i","resources":{"limits":{"nvidia.com/gpu":8}}}}\
        """;

    /** @param more fields of spec, in JSON, ended by a comma; empty: none */
    private static Optional<String> width(String more, String templates) throws IOException {
        JsonNode workflow = Trees.read(
                "{\"spec\":{" + more + "\"entrypoint\":\"main\",\"templates\":[" + templates + "," + LEAVES + "]}}");
        List<PodPart> parts = new ArrayList<>();
        for (JsonNode template : workflow.at("/spec/templates")) {
            if (template.has("container")) {
                JsonNode pod = Trees.read("{\"spec\":{\"containers\":[" + template.path("container") + "]}}");
                parts.add(new PodPart(WorkflowSteps.STEP + template.path("name").asText(), 1, pod));
            }
        }
        return new WorkflowWidth(workflow, parts).words();
    }

    private static Optional<String> width(String templates) throws IOException {
        return width("", templates);
    }

    @Test
    void stepsOfOneGroupRunTogetherAndGroupsOneAfterAnother() throws IOException {
        assertEquals(
                Optional.of("At least 2 of its steps can run at the same time and ask for 16 GPUs together."),
                width("""
                    {"name":"main","steps":[[{"template":"small"},{"template":"small"},{"template":"small"}],
                    [{"template":"big"},{"template":"big"}]]}\
                    """));
        assertEquals(
                Optional.empty(),
                width("{\"name\":\"main\",\"steps\":[[{\"template\":\"big\"}],[{\"template\":\"big\"}]]}"));
    }

    @Test
    void itemsThatAreWrittenCountAndThoseThatComeOutOfAStepCountOnce() throws IOException {
        assertEquals(
                Optional.of("At least 3 of its steps can run at the same time."),
                width("{\"name\":\"main\",\"steps\":[[{\"template\":\"small\",\"withItems\":[1,2,3]}]]}"));
        assertEquals(
                Optional.of("At least 4 of its steps can run at the same time and ask for 32 GPUs together."),
                width("{\"name\":\"main\",\"steps\":[[{\"template\":\"big\",\"withSequence\":{\"count\":\"4\"}}]]}"));
        assertEquals(
                Optional.empty(),
                width("{\"name\":\"main\",\"steps\":[[{\"template\":\"big\",\"withParam\":\"{{x}}\"}]]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"dependencies\":[\"a\"]", "\"depends\":\"a.Succeeded\"", "\"depends\":\"a && !x.Failed\""})
    void tasksOfADagThatDoNotWaitForEachOtherRunTogether(String after) throws IOException {
        assertEquals(
                Optional.of("At least 2 of its steps can run at the same time and ask for 8 GPUs together."),
                width("""
                    {"name":"main","dag":{"tasks":[{"name":"a","template":"small"},
                    {"name":"b","template":"big",AFTER},{"name":"c","template":"small",AFTER},
                    {"name":"d","template":"small","dependencies":["b","c"]}]}}\
                    """.replace("AFTER", after)));
    }

    @Test
    void templatesOfTemplatesMultiply() throws IOException {
        assertEquals(
                Optional.of("At least 6 of its steps can run at the same time and ask for 48 GPUs together."),
                width("""
                    {"name":"main","steps":[[{"template":"pair","withItems":["a","b","c"]}]]},
                    {"name":"pair","steps":[[{"template":"big"},{"template":"big"}]]}\
                    """));
    }

    @Test
    void whatMayNotRunOrIsHeldBackCountsAsLittleAsItCanBe() throws IOException {
        assertEquals(
                Optional.empty(),
                width(
                        "{\"name\":\"main\",\"steps\":[[{\"template\":\"big\"},{\"template\":\"big\",\"when\":\"x\"}]]}"));
        String two = "{\"name\":\"main\",\"steps\":[[{\"template\":\"big\"},{\"template\":\"big\"}]]}";
        assertEquals(Optional.empty(), width("\"parallelism\":1,", two));
        assertEquals(
                Optional.empty(),
                width("{\"name\":\"main\",\"steps\":[[{\"template\":\"main\"},{\"template\":\"main\"}]]}"),
                "a circle ends");
    }
}
