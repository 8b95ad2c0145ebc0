// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.kubernetes.internal.json.Trees;

class JsonChangeTest {
    private static List<String> changes(String before, String after) throws IOException {
        return JsonChange.between(Trees.read(before.replace('\'', '"')), Trees.read(after.replace('\'', '"'))).stream()
                .map(one -> one.words() + (one.isRemoval() ? " gone" : "=" + one.after()))
                .toList();
    }

    @Test
    void aChangeIsAsSmallAsPlacesHaveNames() throws IOException {
        assertEquals(
                List.of("spec.c[1].image=\"y2\""),
                changes(
                        "{'spec':{'c':[{'name':'a','image':'x'},{'name':'b','image':'y'}]}}",
                        "{'spec':{'c':[{'name':'a','image':'x'},{'name':'b','image':'y2'}]}}"));
        assertEquals(
                List.of("spec.c=[{\"name\":\"b\"},{\"name\":\"a\"}]"),
                changes("{'spec':{'c':[{'name':'a'},{'name':'b'}]}}", "{'spec':{'c':[{'name':'b'},{'name':'a'}]}}"));
        assertEquals(List.of("a=[1,3]"), changes("{'a':[1,2]}", "{'a':[1,3]}"));
        assertEquals(List.of("m.a/b gone", "m.n=1"), changes("{'m':{'a/b':'c','x':1}}", "{'m':{'x':1,'n':1}}"));
    }

    @Test
    void whatAServerDoesNotKeepIsNoChange() throws IOException {
        assertEquals(List.of(), changes("{'a':1}", "{'a':1,'b':null,'c':{}}"));
        assertEquals(List.of(), changes("{'a':1,'b':null}", "{'a':1}"));
        assertEquals(List.of("b gone"), changes("{'b':{'x':1}}", "{'b':{}}"));
    }
}
