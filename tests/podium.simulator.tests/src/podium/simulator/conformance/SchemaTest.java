// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.testkit.Await;

/** Custom resources are held to their structural schema: types, limits, CEL rules, defaults, and fields that it does not know. */
@Conformance
class SchemaTest {

    private static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    /** Rules of CEL are not held against what is broken otherwise. */
    private static final String UNCHECKED = "some validation rules were not checked because the object was invalid;"
            + " correct the existing errors to complete validation";

    private final ApiClient api;
    private final String plural;
    private final String widgets;

    SchemaTest(Server server) {
        api = server.admin();
        plural = "widgets" + Long.toHexString(System.nanoTime());
        widgets = "/apis/podium.example/v1/namespaces/" + server.freshNamespace() + "/" + plural;
    }

    @BeforeEach
    void define() {
        api.post(DEFINITIONS, definition()).expect(201);
        Await.until("the resource is served", () -> api.get(widgets).code() == 200);
        // the schema is compiled a little later than the list is served
        Await.until(
                "the schema holds",
                () -> api.post(widgets + "?dryRun=All", widget("{size: a}")).code() == 422);
    }

    @AfterEach
    void forget() {
        api.delete(DEFINITIONS + "/" + plural + ".podium.example");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        refused(
                "{size: many}",
                "spec.size",
                "FieldValueTypeInvalid",
                "Invalid value: \"string\": spec.size in body must be of type integer: \"string\"");
        refused(
                "{size: 1, tags: one}",
                "spec.tags",
                "FieldValueTypeInvalid",
                "Invalid value: \"string\": spec.tags in body must be of type array: \"string\"");
    }

    @Test
    void whatIsRequiredMustBeThere() {
        refused("{tags: [a]}", "spec.size", "FieldValueRequired", "Required value");
        refused("{size: 1, parts: [{v: 1}]}", "spec.parts[0].name", "FieldValueRequired", "Required value");
    }

    @Test
    void limitsAreKept() {
        refused(
                "{size: 0}",
                "spec.size",
                "FieldValueInvalid",
                "Invalid value: 0: spec.size in body should be greater than or equal to 1");
        refused(
                "{size: 11}",
                "spec.size",
                "FieldValueInvalid",
                "Invalid value: 11: spec.size in body should be less than or equal to 10");
        refused(
                "{size: 1, policy: Sometimes}",
                "spec.policy",
                "FieldValueNotSupported",
                "Unsupported value: \"Sometimes\": supported values: \"Always\", \"Never\"");
        refused(
                "{size: 1, code: ABC}",
                "spec.code",
                "FieldValueInvalid",
                "Invalid value: \"ABC\": spec.code in body should match '^[a-z]+$'");
        refused(
                "{size: 1, tags: [a, b, c]}",
                "spec.tags",
                "FieldValueTooMany",
                "Too many: 3: must have at most 2 items");
        refused(
                "{size: 1, code: abcdefghijk}",
                "spec.code",
                "FieldValueTooLong",
                "Too long: may not be more than 8 bytes");
    }

    @Test
    void rulesAreHeld() {
        refused("{size: 2, least: 3}", "spec", "FieldValueInvalid", "Invalid value: least must not exceed size");
        api.post(widgets, widget("{size: 3, least: 3}")).expect(201);
    }

    @Test
    void aTransitionRuleLooksAtWhatWasBefore() {
        api.post(widgets, widget("{size: 3, queue: a}")).expect(201);
        Answer answer = api.patch(widgets + "/w", ApiClient.MERGE, "{'spec':{'queue':'b'}}")
                .expect(422);
        assertEquals(List.of("spec.queue"), answer.causes());
        assertEquals("Invalid value: \"b\": field is immutable", answer.text("/details/causes/0/message"));
        api.patch(widgets + "/w", ApiClient.MERGE, "{'spec':{'size':4}}").expect(200);
    }

    @Test
    void defaultsAreFilledInAndUnknownFieldsFallAway() {
        Answer made = api.post(widgets, widget("{size: 3, colour: red}")).expect(201);
        assertEquals("Always", made.text("/spec/policy"));
        assertTrue(made.at("/spec/colour").isMissingNode(), made.body().toString());
        assertEquals(
                "299 - \"unknown field \\\"spec.colour\\\"\"",
                made.headers().firstValue("Warning").orElse("none"));
    }

    @Test
    void anUnknownFieldIsRefusedWhereThatIsAskedFor() {
        Answer strict = api.post(widgets + "?fieldValidation=Strict", widget("{size: 3, colour: red}"))
                .expect(400);
        assertEquals("strict decoding error: unknown field \"spec.colour\"", lastPart(strict.message()));
        api.post(widgets + "?fieldValidation=Ignore", widget("{size: 3, colour: red}"))
                .expect(201);
    }

    @Test
    void whatTheSchemaLeavesOpenStays() {
        Answer made = api.post(widgets, widget("{size: 3, free: {any: {thing: 1}}, port: http}"))
                .expect(201);
        assertEquals(1, made.at("/spec/free/any/thing").asInt());
        assertEquals("http", made.text("/spec/port"));
        Answer other =
                api.post(widgets + "?dryRun=All", widget("{size: 3, port: {}}")).expect(422);
        assertEquals(List.of("spec.port", "<nil>"), other.causes());
    }

    @Test
    void statusIsHeldToItToo() {
        api.post(widgets, widget("{size: 3}")).expect(201);
        Answer answer = api.patch(widgets + "/w/status", ApiClient.MERGE, "{'status':{'ready':'yes'}}")
                .expect(422);
        assertEquals(List.of("status.ready", "<nil>"), answer.causes());
    }

    private static String lastPart(String message) {
        return message.substring(Math.max(0, message.indexOf("strict decoding error")));
    }

    private void refused(String spec, String field, String reason, String message) {
        Answer answer = api.post(widgets + "?dryRun=All", widget(spec)).expect(422);
        assertEquals("Invalid", answer.text("/reason"));
        assertEquals(
                field, answer.text("/details/causes/0/field"), answer.body().toString());
        assertEquals(
                reason, answer.text("/details/causes/0/reason"), answer.body().toString());
        assertEquals(message, answer.text("/details/causes/0/message"));
        String fault = field + ": " + message;
        boolean broken = answer.at("/details/causes").size() == 1;
        assertEquals(
                kind() + ".podium.example \"w\" is invalid: "
                        + (broken ? fault : "[" + fault + ", <nil>: Invalid value: null: " + UNCHECKED + "]"),
                answer.message());
    }

    private String kind() {
        return "Widget" + plural.substring(7);
    }

    private ObjectNode widget(String spec) {
        ObjectNode widget = Objects.of("podium.example/v1", kind(), "w");
        widget.set("spec", Objects.yaml(spec));
        return widget;
    }

    private ObjectNode definition() {
        return Objects.yaml("""
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: PLURAL.podium.example}
            spec:
              group: podium.example
              scope: Namespaced
              names: {plural: PLURAL, kind: KIND}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec:
                        type: object
                        required: [size]
                        x-kubernetes-validations:
                        - {rule: '!has(self.least) || self.least <= self.size', message: least must not exceed size}
                        properties:
                          size: {type: integer, minimum: 1, maximum: 10}
                          least: {type: integer}
                          policy: {type: string, enum: [Always, Never], default: Always}
                          code: {type: string, pattern: '^[a-z]+$', maxLength: 8}
                          queue:
                            type: string
                            x-kubernetes-validations:
                            - {rule: self == oldSelf, message: field is immutable}
                          tags: {type: array, maxItems: 2, items: {type: string}}
                          free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                          port: {x-kubernetes-int-or-string: true}
                          parts:
                            type: array
                            items:
                              type: object
                              required: [name]
                              properties: {name: {type: string}, v: {type: integer}}
                      status:
                        type: object
                        properties:
                          ready: {type: integer}
            """.replace("PLURAL", plural).replace("KIND", kind()));
    }
}
