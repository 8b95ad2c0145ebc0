// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** A kind with pod templates: what is pinned or held in an object before it exists. Blocks where they lie elsewhere. */
public interface TemplatedKind extends WorkloadKind {
    /** Its pod templates. */
    Templates templates(ResolvedRequest asked) throws IOException, Refusal;

    /**
     * The pods of one of its templates as its controller makes them, as far as that decides where they fit; what of it is not read
     * stands in {@code spec.unread}, as it stands after "depends on".
     *
     * @param owner the object that the template is of
     */
    default PodPart made(JsonNode owner, PodPart part) {
        return part;
    }

    /** Why its pods are not its own but run in what is there already; empty: they are its own. */
    default Optional<Refusal> elsewhere(ResolvedRequest asked) {
        return Optional.empty();
    }

    /** Field names to the flag by which an object is held before it exists; empty: its templates take our gate. */
    default List<String> holdField() {
        return List.of();
    }

    /** Whether all its pods are there at once. */
    default boolean together() {
        return true;
    }

    /** What of it is pinned to a place, in words. */
    default String pinnedTo(String place) {
        return Texts.of("TemplatedKind.pinnedTo", place);
    }

    /** What else is to be known of it however it is created, in sentences. */
    default List<String> notes(ResolvedRequest asked) throws IOException {
        return List.of();
    }
}
