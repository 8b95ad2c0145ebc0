// SPDX-License-Identifier: Apache-2.0
package podium.operation.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.texts.Texts;

/** Steps as JSON and back. */
public final class StepCodec {
    private StepCodec() {}

    public static void write(List<Step> steps, ArrayNode into) {
        steps.forEach(step -> write(step, into.addObject()));
    }

    public static List<Step> read(JsonNode steps) {
        List<Step> result = new ArrayList<>();
        steps.forEach(step -> result.add(readStep(step)));
        return result;
    }

    private static void write(Step step, ObjectNode into) {
        switch (step) {
            case Step.Write write -> {
                into.put("step", "write");
                write(write, into);
            }
            case Step.Barrier barrier -> {
                into.put("step", "barrier").put("words", barrier.words());
                ArrayNode writes = into.putArray("writes");
                barrier.writes().forEach(write -> write(write, writes.addObject()));
            }
            case Step.Await await -> {
                into.put("step", "await").put("words", await.words());
                into.put("atMost", await.atMost().toString());
                write(await.target(), into.putObject("target"));
                write(await.expectation(), into.putObject("expect"));
            }
            case Step.EvictAll evict -> {
                into.put("step", "evict").put("words", evict.words());
                into.put("atMost", evict.atMost().toString());
                ArrayNode victims = into.putArray("victims");
                for (Step.Victim victim : evict.victims()) {
                    ObjectNode one = victims.addObject().put("uid", victim.uid());
                    victim.grace().ifPresent(grace -> one.put("grace", grace.toString()));
                    if (victim.lost()) {
                        one.put("lost", true);
                    }
                    if (victim.ended()) {
                        one.put("ended", true);
                    }
                    write(victim.pod(), one.putObject("pod"));
                }
            }
        }
    }

    private static void write(Step.Write write, ObjectNode into) {
        write(write.write(), into.putObject("write"));
        write.undo().ifPresent(undo -> write(undo, into.putObject("undo")));
        // as the body of a write: what is secret in it is kept apart from the journal
        write.planned().ifPresent(planned -> into.putObject("planned").put("body", planned));
        write.contents().ifPresent(contents -> {
            ObjectNode holds = into.putObject("holds");
            contents.uids().stream().sorted().forEach(holds.putArray("uids")::add);
            contents.unread().stream().sorted().forEach(holds.putArray("unread")::add);
        });
        write.ends().ifPresent(ends -> ends.stream().sorted().forEach(into.putArray("ends")::add));
        write.only().ifPresent(only -> only.stream().sorted().forEach(into.putArray("only")::add));
    }

    private static void write(ApiWrite write, ObjectNode into) {
        into.put("verb", write.verb().name());
        write(write.target(), into.putObject("target"));
        into.put("subresource", write.subresource()).put("body", write.body()).put("words", write.words());
        write.uid().ifPresent(uid -> into.put("uid", uid));
        write.resourceVersion().ifPresent(version -> into.put("resourceVersion", version));
    }

    /** Writes the name of an object. */
    public static void write(ObjectRef ref, ObjectNode into) {
        into.put("group", ref.group()).put("version", ref.version()).put("resource", ref.resource());
        into.put("kind", ref.kind()).put("namespace", ref.namespace()).put("name", ref.name());
    }

    private static void write(Expectation expectation, ObjectNode into) {
        switch (expectation) {
            case Expectation.FieldIs(String pointer, String value) ->
                into.put("is", "field").put("pointer", pointer).put("value", value);
            case Expectation.ConditionTrue(String type) ->
                into.put("is", "condition").put("type", type);
            case Expectation.Settles(String pointer, String good, List<String> bad) -> {
                into.put("is", "settles").put("pointer", pointer).put("good", good);
                bad.forEach(into.putArray("bad")::add);
            }
            case Expectation.Reported(String type) -> into.put("is", "reported").put("type", type);
            case Expectation.Gone(String uid) -> into.put("is", "gone").put("uid", uid);
            case Expectation.Over(String uid) -> into.put("is", "over").put("uid", uid);
            case Expectation.Ended(List<String> uids, Optional<Instant> until) -> {
                uids.forEach(into.put("is", "ended").putArray("uids")::add);
                until.ifPresent(time -> into.put("until", time.toString()));
            }
            case Expectation.NoOtherPods(List<String> uids, String node) ->
                uids.forEach(into.put("is", "empty").put("node", node).putArray("uids")::add);
            case Expectation.PodsLeft(String selector, int most) ->
                into.put("is", "left").put("selector", selector).put("most", most);
            case Expectation.PodsRunning(String selector, int count, String node) ->
                into.put("is", "running")
                        .put("selector", selector)
                        .put("count", count)
                        .put("node", node);
            case Expectation.PodsPlaced(String selector, int count, String label, String value, List<String> old) -> {
                into.put("is", "placed").put("selector", selector).put("count", count);
                into.put("label", label).put("value", value);
                old.forEach(into.putArray("old")::add);
            }
            case Expectation.PodsRolled rolled -> {
                into.put("is", "rolled").put("selector", rolled.labelSelector()).put("pointer", rolled.pointer());
                into.put("value", rolled.value()).put("bears", rolled.bears()).put("kept", rolled.kept());
            }
            case Expectation.RolledOut(boolean available) ->
                into.put("is", "rolledOut").put("available", available);
            case Expectation.Listed(String selector, String pointer, String value) -> {
                into.put("is", "listed").put("selector", selector);
                into.put("pointer", pointer).put("value", value);
            }
            case Expectation.PodsAnew(String selector, int count, List<String> old) -> {
                into.put("is", "anew").put("selector", selector).put("count", count);
                old.forEach(into.putArray("old")::add);
            }
            case Expectation.GangRunning(String selector, Map<String, String> nodes) -> {
                ObjectNode pods =
                        into.put("is", "gang").put("selector", selector).putObject("nodes");
                nodes.forEach(pods::put);
            }
        }
    }

    private static Step readStep(JsonNode step) {
        return switch (step.path("step").asText()) {
            case "write" -> readWriteStep(step);
            case "barrier" -> {
                List<Step.Write> writes = new ArrayList<>();
                step.path("writes").forEach(write -> writes.add(readWriteStep(write)));
                yield new Step.Barrier(writes, text(step, "words"));
            }
            case "await" ->
                new Step.Await(
                        readRef(step.path("target")),
                        readExpectation(step.path("expect")),
                        Duration.parse(text(step, "atMost")),
                        text(step, "words"));
            case "evict" -> {
                List<Step.Victim> victims = new ArrayList<>();
                step.path("victims")
                        .forEach(one -> victims.add(new Step.Victim(
                                readRef(one.path("pod")),
                                text(one, "uid"),
                                optional(one, "grace").map(Duration::parse),
                                one.path("lost").asBoolean(),
                                one.path("ended").asBoolean())));
                yield new Step.EvictAll(victims, Duration.parse(text(step, "atMost")), text(step, "words"));
            }
            default -> throw new IllegalArgumentException(Texts.of("StepCodec.unknownStep", step.path("step")));
        };
    }

    private static Step.Write readWriteStep(JsonNode step) {
        return new Step.Write(
                readWrite(step.path("write")),
                step.has("undo") ? Optional.of(readWrite(step.path("undo"))) : Optional.empty(),
                optional(step.path("planned"), "body"),
                step.has("holds") ? Optional.of(readContents(step.path("holds"))) : Optional.empty(),
                step.has("ends") ? Optional.of(Set.copyOf(texts(step, "ends"))) : Optional.empty(),
                step.has("only") ? Optional.of(Set.copyOf(texts(step, "only"))) : Optional.empty());
    }

    private static Step.Contents readContents(JsonNode holds) {
        return new Step.Contents(Set.copyOf(texts(holds, "uids")), Set.copyOf(texts(holds, "unread")));
    }

    private static ApiWrite readWrite(JsonNode write) {
        return new ApiWrite(
                ApiWrite.Verb.valueOf(text(write, "verb")),
                readRef(write.path("target")),
                text(write, "subresource"),
                text(write, "body"),
                optional(write, "uid"),
                optional(write, "resourceVersion"),
                text(write, "words"));
    }

    /** The name of an object as it was written. */
    public static ObjectRef readRef(JsonNode ref) {
        return new ObjectRef(
                text(ref, "group"),
                text(ref, "version"),
                text(ref, "resource"),
                text(ref, "kind"),
                text(ref, "namespace"),
                text(ref, "name"));
    }

    private static Expectation readExpectation(JsonNode expect) {
        return switch (text(expect, "is")) {
            case "field" -> new Expectation.FieldIs(text(expect, "pointer"), text(expect, "value"));
            case "condition" -> new Expectation.ConditionTrue(text(expect, "type"));
            case "gone" -> new Expectation.Gone(text(expect, "uid"));
            case "over" -> new Expectation.Over(text(expect, "uid"));
            case "reported" -> new Expectation.Reported(text(expect, "type"));
            case "settles" ->
                new Expectation.Settles(text(expect, "pointer"), text(expect, "good"), texts(expect, "bad"));
            case "ended" ->
                new Expectation.Ended(
                        texts(expect, "uids"), optional(expect, "until").map(Instant::parse));
            case "empty" -> new Expectation.NoOtherPods(texts(expect, "uids"), text(expect, "node"));
            case "left" ->
                new Expectation.PodsLeft(
                        text(expect, "selector"), expect.path("most").asInt());
            case "running" ->
                new Expectation.PodsRunning(
                        text(expect, "selector"), expect.path("count").asInt(), text(expect, "node"));
            case "placed" ->
                new Expectation.PodsPlaced(
                        text(expect, "selector"),
                        expect.path("count").asInt(),
                        text(expect, "label"),
                        text(expect, "value"),
                        texts(expect, "old"));
            case "rolled" ->
                new Expectation.PodsRolled(
                        text(expect, "selector"),
                        text(expect, "pointer"),
                        text(expect, "value"),
                        expect.path("bears").asBoolean(),
                        expect.path("kept").asInt());
            case "rolledOut" ->
                new Expectation.RolledOut(expect.path("available").asBoolean());
            case "listed" ->
                new Expectation.Listed(text(expect, "selector"), text(expect, "pointer"), text(expect, "value"));
            case "anew" ->
                new Expectation.PodsAnew(
                        text(expect, "selector"), expect.path("count").asInt(), texts(expect, "old"));
            case "gang" -> {
                Map<String, String> nodes = new LinkedHashMap<>();
                expect.path("nodes")
                        .properties()
                        .forEach(pod -> nodes.put(pod.getKey(), pod.getValue().asText()));
                yield new Expectation.GangRunning(text(expect, "selector"), nodes);
            }
            default -> throw new IllegalArgumentException(Texts.of("StepCodec.unknownExpectation", expect));
        };
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(text(node, field)) : Optional.empty();
    }
}
