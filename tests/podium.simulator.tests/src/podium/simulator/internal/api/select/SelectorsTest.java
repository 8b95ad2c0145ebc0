// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.store.ApiException;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

class SelectorsTest {

    private static ObjectNode json(String text) {
        return JsonText.parseObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1 | true",
                "a = 1 | true",
                "a==1 | true",
                "a!=1 | false",
                "b!=1 | true",
                "a | true",
                "!a | false",
                "! b | true",
                "a in (1,2) | true",
                "a in (2,3) | false",
                "a notin (2,3) | true",
                "b notin (2,3) | true",
                "a in (1),x.io/y=z | true",
                "n>4 | true",
                "n<4 | false",
                "a>x | false",
                "e= | true",
                "b= | false",
                "'' | true"
            })
    void aTextSelects(String selector, boolean expected) {
        ObjectNode labels = json("{'a':'1','n':'5','e':'','x.io/y':'z'}");
        assertEquals(
                expected,
                LabelSelectors.parse(selector.equals("''") ? "" : selector).test(labels));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b=c", "=b", "a in 1", "a b", "-a"})
    void whatIsNoSelectorIsRefused(String text) {
        assertEquals(
                400,
                assertThrows(ApiException.class, () -> LabelSelectors.parse(text))
                        .code());
    }

    @Test
    void aLabelSelectorObjectWantsAllItsParts() {
        var selector = LabelSelectors.of(json("""
                {'matchLabels':{'a':'1'},'matchExpressions':[{'key':'b','operator':'In','values':['x','y']},
                {'key':'c','operator':'DoesNotExist'},{'key':'a','operator':'Exists'},
                {'key':'d','operator':'NotIn','values':['no']}]}"""));
        assertTrue(selector.test(json("{'a':'1','b':'y'}")));
        assertFalse(selector.test(json("{'a':'1','b':'z'}")));
        assertFalse(selector.test(json("{'a':'1','b':'y','c':''}")));
        assertFalse(selector.test(json("{'a':'1','b':'y','d':'no'}")));
    }

    @Test
    void anEmptySelectorTakesAllAndAMissingOneNothing() {
        assertTrue(LabelSelectors.of(json("{}")).test(json("{'a':'1'}")));
        assertFalse(LabelSelectors.of(MissingNode.getInstance()).test(json("{'a':'1'}")));
    }

    @Test
    void fieldsOfPodsNodesAndEventsSelect() {
        ObjectNode pod =
                json("{'metadata':{'name':'p','namespace':'n'},'spec':{'nodeName':'n1'},'status':{'phase':'Running'}}");
        assertTrue(fields(ResourceTypes.POD, "spec.nodeName=n1,status.phase!=Failed", pod));
        assertTrue(fields(ResourceTypes.POD, "metadata.name==p, metadata.namespace=n", pod));
        assertFalse(fields(ResourceTypes.POD, "spec.nodeName=", pod));
        assertTrue(fields(ResourceTypes.NODE, "spec.unschedulable=false", json("{}")));
        assertTrue(fields(ResourceTypes.NODE, "spec.unschedulable=true", json("{'spec':{'unschedulable':true}}")));
        ObjectNode event = json("{'involvedObject':{'kind':'Pod','name':'p','uid':'u'},'reason':'Failed',"
                + "'type':'Warning','source':{'component':'kubelet'}}");
        assertTrue(fields(
                ResourceTypes.EVENT, "involvedObject.kind=Pod,involvedObject.uid=u,reason=Failed,type=Warning", event));
        assertTrue(fields(ResourceTypes.EVENT, "source=kubelet", event));
    }

    @Test
    void aFieldSelectorMustCompare() {
        assertEquals(
                "invalid selector: 'abc'; can't understand 'abc'",
                assertThrows(ApiException.class, () -> FieldSelectors.parse(ResourceTypes.POD, "abc", ""))
                        .message());
    }

    private static boolean fields(ResourceType type, String text, ObjectNode object) {
        return FieldSelectors.parse(type, text, "").test(object);
    }
}
