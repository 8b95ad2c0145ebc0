// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.References;
import podium.kubernetes.internal.plan.Refusal;

/**
 * Owners that hold whole objects of other kinds: a Katib Experiment its trials' jobs (katib
 * pkg/apis/controller/experiments/v1beta1/experiment_types.go, trialSpec), an AppWrapper its components (codeflare
 * appwrapper/api/v1beta2/appwrapper_types.go). What is inside is held and pinned as it would be by itself.
 */
public final class DraftNested implements Draft.Kind {
    /** What one of the objects inside becomes. */
    private interface Change {
        Draft.Made of(Draft.Kind kind, Asked inner) throws IOException, Refusal;
    }

    /**
     * An object inside.
     *
     * @param pointer where it lies
     * @param times how many of it are there at once
     */
    private record Inner(String pointer, int times, Draft.Kind kind, Asked asked) {}

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("kubeflow.org") && ref.kind().equals("Experiment")
                || ref.group().equals("workload.codeflare.dev") && ref.kind().equals("AppWrapper");
    }

    private static List<Inner> inside(Asked asked) {
        JsonNode spec = asked.job().path("spec");
        List<Inner> inside = new ArrayList<>();
        if (spec.path("trialTemplate").path("trialSpec").isObject()) {
            int trials = spec.path("parallelTrialCount").asInt(3);
            add(asked, "/spec/trialTemplate/trialSpec", trials, inside);
        }
        for (int i = 0; i < spec.path("components").size(); i++) {
            add(asked, "/spec/components/" + i + "/template", 1, inside);
        }
        return inside;
    }

    private static void add(Asked asked, String pointer, int times, List<Inner> inside) {
        JsonNode object = asked.job().at(JsonPointer.compile(pointer));
        ObjectRef kind = References.collection(
                Trees.text(object, "/apiVersion"),
                Trees.text(object, "/kind"),
                asked.ref().namespace());
        ObjectRef ref = References.named(kind, asked.ref().name());
        Draft.kind(ref).ifPresent(found -> inside.add(new Inner(pointer, times, found, asked.about(ref, object))));
    }

    @Override
    public List<PodPart> parts(Asked asked) throws IOException, Refusal {
        List<PodPart> parts = new ArrayList<>();
        for (Inner inner : inside(asked)) {
            for (PodPart part : inner.kind.parts(inner.asked)) {
                int pods = Math.clamp((long) part.pods() * inner.times, 0, Integer.MAX_VALUE);
                parts.add(new PodPart(part.role(), pods, part.template()));
            }
        }
        return parts;
    }

    @Override
    public Draft.Made held(Asked asked) throws IOException, Refusal {
        return changed(asked, Draft.Kind::held);
    }

    @Override
    public Draft.Made pinned(Asked asked) throws IOException, Refusal {
        return changed(asked, Draft.Kind::pinned);
    }

    private static Draft.Made changed(Asked asked, Change change) throws IOException, Refusal {
        List<Inner> inside = inside(asked);
        if (inside.isEmpty()) {
            throw new Refusal(
                    "What " + Objects.name(asked.ref()) + " makes is of no kind that Podium places.",
                    "Submit it free, or set the nodeSelector in what it makes.");
        }
        ObjectNode body = asked.job().deepCopy();
        Set<String> words = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Inner inner : inside) {
            Draft.Made made = change.of(inner.kind, inner.asked);
            int last = inner.pointer.lastIndexOf('/');
            put(body.at(inner.pointer.substring(0, last)), inner.pointer.substring(last + 1), made.body());
            words.add(made.words());
            notes.addAll(made.notes());
        }
        return new Draft.Made(body, "what it makes " + String.join(" and ", words), List.copyOf(notes));
    }

    private static void put(JsonNode parent, String field, ObjectNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(field, value);
        }
    }
}
