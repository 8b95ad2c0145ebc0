// SPDX-License-Identifier: Apache-2.0
package podium.operation.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String POD = """
        {"kind":"Job","metadata":{"name":"train","annotations":{
         "kubectl.kubernetes.io/last-applied-configuration":"{\\"spec\\":{\\"env\\":[{\\"name\\":\\"A\\",\\"value\\":\\"CANARY-1\\"}]}}",
         "example.com/api-token":"CANARY-2","note":"kept"}},
         "spec":{"template":{"spec":{"nodeSelector":{"pool":"a"},"imagePullSecrets":[{"name":"registry"}],
          "automountServiceAccountToken":true,
          "volumes":[{"name":"v","secret":{"secretName":"mine"}}],
          "containers":[{"name":"c","image":"trainer:1","args":["--epochs","3","--token","CANARY-3","--api-key=CANARY-4"],
           "command":["sh","-c","PASSWORD=CANARY-5 run"],
           "env":[{"name":"PLAIN","value":"CANARY-6"},
                  {"name":"REF","valueFrom":{"secretKeyRef":{"name":"s","key":"token"}}}]}],
          "initContainers":[{"name":"i","env":[{"name":"B","value":"CANARY-7"}]}]}},
          "auth":{"clientSecret":"CANARY-8","url":"https://ann:CANARY-9@git.example/x"}}}\
        """;

    @Test
    void ofAPodTemplateOnlyTheSecretsAreTakenOut() {
        Redaction redaction = Redaction.of(POD);
        assertFalse(redaction.text().contains("CANARY"), redaction::text);
        for (String kept : Set.of(
                "registry",
                "\"automountServiceAccountToken\":true",
                "mine",
                "trainer:1",
                "--epochs",
                "\"3\"",
                "PLAIN",
                "\"name\":\"s\"",
                "kept",
                "pool")) {
            assertTrue(redaction.text().contains(kept), () -> kept + " in " + redaction.text());
        }
        assertTrue(redaction.values().containsAll(Set.of("CANARY-1", "CANARY-2", "CANARY-3", "CANARY-6", "CANARY-7")));
    }

    @Test
    void aTextWithoutSecretsIsLeftToTheLetter() {
        for (String text : Set.of(
                "{ \"spec\" : {\"suspend\":true} }",
                "[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"u-1\"},{\"op\":\"add\",\"path\":\"/spec/nodeSelector\",\"value\":{\"a\":\"b\"}}]",
                "",
                "no JSON")) {
            Redaction redaction = Redaction.of(text);
            assertEquals(text, redaction.text());
            assertFalse(redaction.changed());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\":\"add\",\"path\":\"/spec/template/spec/containers/0/env/-\",\"value\":{\"name\":\"A\",\"value\":\"CANARY-1\"}}]",
                "[{\"op\":\"test\",\"path\":\"/spec/containers/0/env/2/value\",\"value\":\"CANARY-1\"}]",
                "[{\"op\":\"replace\",\"path\":\"/spec/containers/0/env\",\"value\":[{\"name\":\"A\",\"value\":\"CANARY-1\"}]}]",
                "[{\"op\":\"add\",\"path\":\"/metadata/annotations/x.y~1token\",\"value\":\"CANARY-1\"}]",
                "[{\"op\":\"add\",\"path\":\"/spec/template\",\"value\":{\"spec\":{\"containers\":[{\"env\":[{\"name\":\"A\",\"value\":\"CANARY-1\"}]}]}}}]",
                "{\"kind\":\"List\",\"items\":[{\"kind\":\"Secret\",\"data\":{\"a\":\"CANARY-1\"},\"stringData\":{\"b\":\"CANARY-2\"}}]}",
                "{\"spec\":{\"env\":{\"A\":\"CANARY-1\"}}}",
                "{\"args\":[\"Authorization: Bearer CANARY-1-and-more\"]}",
                "{\"note\":\"eyJhbGciOiJSUzI1NiJ9.CANARY-1CANARY.sig\"}",
                "{\"x\":\"hf_CANARY1CANARY1CANARY1\"}"
            })
    void eachPlaceASecretMayStandInIsLookedAt(String body) {
        Redaction redaction = Redaction.of(body);
        assertTrue(redaction.changed());
        assertFalse(redaction.text().contains("CANARY"), redaction::text);
        assertTrue(Redaction.isRedacted(redaction.text()));
        assertEquals(redaction.text(), Redaction.of(redaction.text()).text(), "once is enough");
    }

    @Test
    void aFieldIsJudgedByWhereItIs() {
        assertEquals("(kept apart)", Redaction.field("/spec/containers/0/env/1/value", "CANARY-1"));
        assertEquals("7", Redaction.field("/spec/replicas", "7"));
        assertFalse(Redaction.field("/spec/containers/0/env", "[{\"name\":\"A\",\"value\":\"CANARY\"}]")
                .contains("CANARY"));
    }

    @Test
    void yamlForPeopleHasThemNeither() {
        String yaml = """
            metadata:
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"spec":{"env":[{"name":"A",
                  "value":"CANARY-1"}]}}
                note: kept
            spec:
              template:
                spec:
                  containers:
                  - name: main
                    args:
                    - --token
                    - CANARY-2
                    - --password=CANARY-3
                    - --epochs
                    - '3'
                    env:
                    - name: A
                      value: CANARY-4
                    - name: B
                      value: |-
                        CANARY-5
                        CANARY-6
                    - name: C
                      valueFrom:
                        secretKeyRef: {name: s, key: token}
                    image: trainer:1
                  nodeSelector:
                    value: kept-too
              clientSecret: "CANARY-7"
            """;
        String clean = YamlRedaction.of(yaml);
        assertFalse(clean.contains("CANARY"), clean);
        for (String kept : Set.of("note: kept", "--epochs", "'3'", "name: A", "name: s", "trainer:1", "kept-too")) {
            assertTrue(clean.contains(kept), () -> kept + " in\n" + clean);
        }
        assertEquals("", YamlRedaction.of(""));
        assertEquals("spec:\n  suspend: true", YamlRedaction.of("spec:\n  suspend: true"));
    }

    /** Some kinds have variables as a map, by name (RFC 6902 paths lead to one of them). */
    @Test
    void aVariableOfAMapIsOneInEveryForm() {
        String yaml = """
            spec:
              env:
                HF_HOME: CANARY-1
                OTHER: "CANARY-2"
                LONG: |
                  CANARY-3
                  CANARY-4
              image: trainer:1
              list:
              - env:
                  A: CANARY-5
                name: kept
              environment: prod
            """;
        String shown = YamlRedaction.of(yaml);
        assertFalse(shown.contains("CANARY"), shown);
        for (String kept : Set.of("HF_HOME", "image: trainer:1", "name: kept", "environment: prod")) {
            assertTrue(shown.contains(kept), shown);
        }
        assertFalse(Redaction.of("{\"spec\":{\"env\":{\"HF_HOME\":\"CANARY-1\"}}}")
                .text()
                .contains("CANARY"));
        assertFalse(Redaction.of("[{\"op\":\"add\",\"path\":\"/spec/env/HF_HOME\",\"value\":\"CANARY-1\"}]")
                .text()
                .contains("CANARY"));
        assertFalse(Redaction.field("/spec/env/HF_HOME", "CANARY-1").contains("CANARY"));
        for (String number : Set.of("12345678", "12.5", "true")) {
            String map = "{\"spec\":{\"env\":{\"PIN\":" + number + "}}}";
            assertEquals(
                    "{\"spec\":{\"env\":{\"PIN\":\"" + Redaction.MARK + "\"}}}",
                    Redaction.of(map).text());
            assertFalse(Redaction.of("[{\"op\":\"add\",\"path\":\"/spec/env/PIN\",\"value\":" + number + "}]")
                    .text()
                    .contains(number));
        }
        assertFalse(Redaction.of("{\"spec\":{\"password\":12345678}}").text().contains("12345678"));
    }
}
