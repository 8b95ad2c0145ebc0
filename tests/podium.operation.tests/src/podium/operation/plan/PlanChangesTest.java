// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;

/** The diff of a plan whose objects were not read. */
class PlanChangesTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");

    private static ApiWrite write(Verb verb, String body) {
        return new ApiWrite(verb, NODE, "", body.replace('\'', '"'), Optional.of("u"), Optional.empty(), "do it");
    }

    private static Step step(Verb verb, String body) {
        return new Step.Write(write(verb, body), Optional.empty());
    }

    private static String shown(Step... steps) {
        StringBuilder shown = new StringBuilder();
        PlanChanges.of(List.of(steps)).forEach(change -> shown.append(change.object())
                .append("\n--\n")
                .append(change.before())
                .append("--\n")
                .append(change.after()));
        return shown.toString();
    }

    @Test
    void whatStoodThereIsWhatTheTestsSay() {
        assertEquals(
                "Node n1\n--\nspec:\n  a: 1\n--\nspec:\n  a: 2\n  b: new\n",
                shown(step(
                        Verb.JSON_PATCH,
                        "[{'op':'test','path':'/spec/a','value':1},{'op':'replace','path':'/spec/a','value':2},"
                                + "{'op':'test','path':'/spec/b','value':null},"
                                + "{'op':'add','path':'/spec/b','value':'new'}]")));
    }

    @Test
    void orWhatTheUndoPutsBack() {
        Step merge = new Step.Write(
                write(Verb.MERGE_PATCH, "{'spec':{'a':2,'b':'new','c':null}}"),
                Optional.of(write(Verb.MERGE_PATCH, "{'spec':{'a':1,'b':null,'c':'old'}}")));
        assertEquals("Node n1\n--\nspec:\n  a: 1\n  c: old\n--\nspec:\n  a: 2\n  b: new\n", shown(merge));
    }

    @Test
    void whatNoWriteTellsIsNotMadeUp() {
        Step merge = new Step.Write(
                write(Verb.MERGE_PATCH, "{'metadata':{'annotations':{'x':null}},'spec':{'a':null}}"),
                Optional.of(write(
                        Verb.JSON_PATCH,
                        "[{'op':'test','path':'/spec/a','value':null},{'op':'add','path':'/spec/a','value':true}]")));
        String shown = shown(merge);
        assertTrue(shown.contains("x: \"(as it is)\""), shown);
        assertTrue(shown.contains("a: true"), shown);
        assertTrue(shown.endsWith("--\n"), shown);
    }

    @Test
    void whatIsTurnedBackIsNoChange() {
        String off =
                "[{'op':'test','path':'/spec/active','value':true},{'op':'replace','path':'/spec/active','value':false}]";
        String on =
                "[{'op':'test','path':'/spec/active','value':false},{'op':'replace','path':'/spec/active','value':true}]";
        assertEquals("", shown(step(Verb.JSON_PATCH, off), step(Verb.JSON_PATCH, on)));
    }

    @Test
    void whatIsMadeAndChangedThenIsShownAsItIsLeft() {
        assertEquals(
                "Node n1\n--\n--\nkind: Node\nspec:\n  a: 2\n",
                shown(
                        step(Verb.CREATE, "{'kind':'Node','spec':{'a':1}}"),
                        step(
                                Verb.JSON_PATCH,
                                "[{'op':'test','path':'/spec/a','value':1},"
                                        + "{'op':'replace','path':'/spec/a','value':2}]")));
    }

    @Test
    void whatIsDeletedIsShownAsItWasRead() {
        String object = "{'kind':'Node','metadata':{'name':'n1','uid':'u','resourceVersion':'7','managedFields':[]},"
                + "'spec':{'a':1},'status':{'b':1}}";
        Step delete = Deletion.of(write(Verb.DELETE, ""), Optional.empty(), object.replace('\'', '"'));
        assertEquals("Node n1\n--\nkind: Node\nmetadata:\n  name: n1\nspec:\n  a: 1\n--\n", shown(delete));
    }

    /** An edit that raised the replicas was said to be undone whole, while Scale said that the new pods are stopped by it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'spec':{'replicas':3}} | {'spec':{'replicas':2}} | true",
                "{'spec':{'replicas':2}} | {'spec':{'replicas':3}} | false",
                "{'spec':{'parallelism':3}} | {'spec':{'parallelism':2}} | true",
                "{'spec':{'trainer':{'numNodes':3}}} | {'spec':{'trainer':{'numNodes':2}}} | true",
                "{'spec':{'predictor':{'minReplicas':1}}} | {'spec':{'predictor':{'minReplicas':0}}} | true",
                "{'spec':{'suspend':false}} | {'spec':{'suspend':true}} | true",
                "{'spec':{'runPolicy':{'suspend':null}}} | {'spec':{'runPolicy':{'suspend':true}}} | true",
                "{'spec':{'suspend':true}} | {'spec':{'suspend':false}} | false",
                "{'spec':{'active':true}} | {'spec':{'active':false}} | true",
                "{'metadata':{'labels':{'a':'b'}}} | {'metadata':{'labels':{'a':null}}} | false"
            })
    void whatStartsPodsIsToldByWhatIsWrittenAndNotByWhoWritesIt(String body, String back, boolean starts) {
        Step merge = new Step.Write(write(Verb.MERGE_PATCH, body), Optional.of(write(Verb.MERGE_PATCH, back)));
        assertEquals(starts, PlanChanges.startsPods(List.of(merge)));
    }

    /** It was said that all of it can be undone: the taint that is put back ends what has started on the node by then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "JSON_PATCH | [{'op':'test','path':'/spec/taints','value':[{'key':'a','effect':'NoExecute'}]},"
                        + "{'op':'remove','path':'/spec/taints'}] | true",
                "JSON_PATCH | [{'op':'test','path':'/spec/taints','value':[{'key':'a','effect':'NoSchedule'}]},"
                        + "{'op':'remove','path':'/spec/taints'}] | false",
                "JSON_PATCH | [{'op':'test','path':'/spec/taints','value':[{'key':'a','effect':'NoExecute'}]},"
                        + "{'op':'replace','path':'/spec/taints','value':[{'key':'a','effect':'NoExecute'},"
                        + "{'key':'b','effect':'NoExecute'}]}] | false",
                "JSON_PATCH | [{'op':'test','path':'/spec/taint/effect','value':'NoExecute'},"
                        + "{'op':'replace','path':'/spec/taint/effect','value':'None'}] | true",
            })
    void theUndoOfWhatLiftsATaintEndsPods(Verb verb, String body, boolean ends) {
        assertEquals(ends, PlanChanges.startsPods(List.of(step(verb, body))));
    }

    @Test
    void theUndoOfADeletedRuleThatEndsPodsEndsThem() {
        for (String effect : List.of("NoExecute", "NoSchedule")) {
            String rule = "{'kind':'DeviceTaintRule','spec':{'taint':{'key':'a','effect':'" + effect + "'}}}";
            Step delete = Deletion.of(write(Verb.DELETE, ""), Optional.empty(), rule.replace('\'', '"'));
            assertEquals(effect.equals("NoExecute"), PlanChanges.startsPods(List.of(delete)));
        }
    }

    @Test
    void anEditOfReplicasAndAnObjectWithContainersStartPods() {
        String edit = "[{'op':'test','path':'/spec/workerGroupSpecs/0/replicas','value':1},"
                + "{'op':'replace','path':'/spec/workerGroupSpecs/0/replicas','value':2}]";
        assertTrue(PlanChanges.startsPods(List.of(step(Verb.JSON_PATCH, edit))));
        assertTrue(
                PlanChanges.startsPods(List.of(step(Verb.CREATE, "{'spec':{'template':{'spec':{'containers':[]}}}}"))));
        assertFalse(PlanChanges.startsPods(List.of(step(Verb.CREATE, "{'data':{'a':'b'}}"))));
        assertFalse(PlanChanges.startsPods(List.of(step(Verb.DELETE, ""))));
    }

    @Test
    void theApplierOfTheOtherTestsIsAnotherOne() {
        JsonNode node = WrittenObjects.read("{'spec':{'a':1}}".replace('\'', '"'));
        assertEquals(List.of("/spec/a=1"), List.copyOf(WrittenObjects.leaves(node)));
    }
}
