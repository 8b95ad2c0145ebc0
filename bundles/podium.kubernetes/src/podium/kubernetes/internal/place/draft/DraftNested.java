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
import podium.kubernetes.internal.kind.NestingKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** Owners that hold whole objects of other kinds: what is inside is held and pinned as it would be by itself. */
record DraftNested(NestingKind kind, WorkloadKinds kinds) implements Drafting {
    /** The objects that one of the objects inside becomes. */
    private interface Change {
        Made of(Drafting kind, ResolvedRequest inner) throws IOException, Refusal;
    }

    /**
     * An object inside.
     *
     * @param pointer where it lies
     * @param times how many of it are there at once
     */
    private record Inside(String pointer, int times, Drafting kind, ResolvedRequest asked) {}

    private List<Inside> inside(ResolvedRequest asked) {
        List<Inside> inside = new ArrayList<>();
        for (NestingKind.Inner inner : kind.inside(asked.job())) {
            JsonNode object = asked.job().at(JsonPointer.compile(inner.pointer()));
            kinds.collection(object, asked.ref().namespace())
                    .map(kind -> kind.named(asked.ref().name()))
                    .ifPresent(ref -> Drafting.of(kinds, ref)
                            .ifPresent(found -> inside.add(
                                    new Inside(inner.pointer(), inner.times(), found, asked.about(ref, object)))));
        }
        return inside;
    }

    @Override
    public List<PodPart> parts(ResolvedRequest asked) throws IOException, Refusal {
        List<PodPart> parts = new ArrayList<>();
        for (Inside inner : inside(asked)) {
            for (PodPart part : inner.kind.parts(inner.asked)) {
                int pods = Math.clamp((long) part.pods() * inner.times, 0, Integer.MAX_VALUE);
                parts.add(new PodPart(part.role(), pods, part.template()));
            }
        }
        return parts;
    }

    @Override
    public Made held(ResolvedRequest asked) throws IOException, Refusal {
        return changed(asked, Drafting::held);
    }

    @Override
    public Made pinned(ResolvedRequest asked) throws IOException, Refusal {
        return changed(asked, Drafting::pinned);
    }

    private Made changed(ResolvedRequest asked, Change change) throws IOException, Refusal {
        List<Inside> inside = inside(asked);
        if (inside.isEmpty()) {
            throw new Refusal(
                    Texts.of("DraftNested.theObjectsThatCreates", ObjectReads.name(asked.ref())),
                    Texts.of("DraftNested.submitItFreeOrSet"));
        }
        ObjectNode body = asked.job().deepCopy();
        Set<String> words = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Inside inner : inside) {
            Made made = change.of(inner.kind, inner.asked);
            int last = inner.pointer.lastIndexOf('/');
            put(body.at(inner.pointer.substring(0, last)), inner.pointer.substring(last + 1), made.body());
            words.add(made.words());
            notes.addAll(made.notes());
        }
        return new Made(
                body,
                Texts.of("DraftNested.whatItCreates", String.join(Texts.of("DraftNested.joiner"), words)),
                List.copyOf(notes));
    }

    private static void put(JsonNode parent, String field, ObjectNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(field, value);
        }
    }
}
