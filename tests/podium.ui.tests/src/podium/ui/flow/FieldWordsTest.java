// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.FieldHints;
import podium.core.api.FieldHints.Hint;
import podium.core.api.FieldHints.Shape;

class FieldWordsTest {
    private static final String TEXT = """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          replicas: 2
          template:
            spec:
              containers:
              - name: main
                image: x
                env:
                - name: A
                  value: "1"
              - image: y
              restartPolicy: Always
        # the end
        """;

    private static List<String> at(String words) {
        return FieldWords.path(TEXT, TEXT.indexOf(words));
    }

    @Test
    void theFieldIsTheOneThatBeginsOnTheLine() {
        assertEquals(List.of("spec"), at("spec:"));
        assertEquals(List.of("spec", "replicas"), at("2\n"));
        assertEquals(List.of("spec", "template", "spec", "containers"), at("containers"));
        assertEquals(List.of("spec", "template", "spec", "containers", "image"), at("x\n"));
        assertEquals(List.of("spec", "template", "spec", "containers", "env", "name"), at("- name: A"));
        assertEquals(List.of("spec", "template", "spec", "containers", "env", "value"), at("value"));
        assertEquals(List.of("spec", "template", "spec", "containers", "image"), at("- image: y"));
        assertEquals(List.of("spec", "template", "spec", "restartPolicy"), at("restartPolicy"));
        assertEquals(List.of(), at("# the end"));
        assertEquals(List.of(), FieldWords.path("", 0));
    }

    private static Optional<String> words(Hint hint) {
        return FieldWords.at((version, kind, path) -> Optional.of(hint), TEXT, TEXT.indexOf("replicas"));
    }

    @Test
    void aFieldWithinBracesIsFoundToo() {
        String text = "apiVersion: v1\nkind: Pod\nspec: {restartPolicy: Never, hostIPC: true}\n";
        assertEquals(
                Optional.of("spec.hostIPC"),
                FieldWords.at(
                                (version, kind, path) -> Optional.of(
                                        new Hint("boolean", Shape.ONE, false, false, "", List.of(), List.of())),
                                text,
                                text.indexOf("IPC"))
                        .map(words -> words.substring(0, words.indexOf(':'))));
    }

    @Test
    void whatTheServerSaysIsSaidShortly() {
        assertEquals(
                Optional.of("spec.replicas: integer. Number of desired pods."),
                words(new Hint(
                        "integer",
                        Shape.ONE,
                        false,
                        false,
                        "Number of desired pods. This is a pointer.",
                        List.of(),
                        List.of())));
        assertEquals(
                Optional.of("spec.replicas: string, required. One of A, B."),
                words(new Hint("string", Shape.ONE, true, true, "", List.of("A", "B"), List.of())));
        assertEquals(
                Optional.of("spec.replicas: the server knows no such field. It knows selector, template."),
                words(new Hint("", Shape.ONE, false, false, "", List.of(), List.of("selector", "template"))));
    }

    @Test
    void whatCannotBeReadIsNoHint() {
        FieldHints failing = (version, kind, path) -> {
            throw new IOException("away");
        };
        assertEquals(Optional.empty(), FieldWords.at(failing, TEXT, TEXT.indexOf("replicas")));
    }
}
