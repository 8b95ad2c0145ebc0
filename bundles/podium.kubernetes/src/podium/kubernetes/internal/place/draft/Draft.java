// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.ServerVersion;
import podium.operation.plan.PlacementCompiler;

/**
 * An owner of pods before it exists, as a manifest has it: its pods, and the same object held or pinned by the very changes that
 * the adapters make of one that exists. Blocks where a kind keeps its templates elsewhere.
 */
public final class Draft {
    /**
     * An object ready to be created.
     *
     * @param words what keeps it, or where it goes, as the end of "Create NAME, "
     * @param notes more that happens, in sentences
     */
    public record Made(ObjectNode body, String words, List<String> notes) {}

    private final Drafting kind;
    private final ClusterId cluster;
    private final ObjectRef ref;
    private final JsonNode object;
    private final ObjectReader reader;

    private Draft(Drafting kind, ClusterId cluster, ObjectRef ref, JsonNode object, ObjectReader reader) {
        this.kind = kind;
        this.cluster = cluster;
        this.ref = ref;
        this.object = object;
        this.reader = reader;
    }

    /**
     * The draft of an object; empty: nothing makes pods of it.
     *
     * @param reader answers for what the object names, such as a training runtime
     */
    public static Optional<Draft> of(
            WorkloadKinds kinds, ClusterId cluster, ObjectRef ref, JsonNode object, ObjectReader reader) {
        return Drafting.of(kinds, ref).map(kind -> new Draft(kind, cluster, ref, object, reader));
    }

    /** Its pods by template, as they will be; none where they are not known before it exists. */
    public List<PodPart> parts() throws IOException {
        return parts(new PodAdmission(new ObjectReads(reader), cluster, ref.namespace()));
    }

    private List<PodPart> parts(PodAdmission admission) throws IOException {
        List<PodPart> parts = new ArrayList<>();
        try {
            for (PodPart part : kind.parts(asked(List.of(), Pin.HOSTNAME, ""))) {
                parts.add(new PodPart(part.role(), part.pods(), admission.admitted(part.template())));
            }
        } catch (Refusal unknown) {
            return List.of();
        }
        return parts;
    }

    /** Whether its parts are there at once; else they come one after another. */
    public boolean together() {
        return kind.together();
    }

    /** What else is to be known of it however it is created, in sentences. */
    public List<String> notes() throws IOException {
        PodAdmission admission = new PodAdmission(new ObjectReads(reader), cluster, ref.namespace());
        parts(admission);
        List<String> notes = new ArrayList<>(kind.notes(asked(List.of(), Pin.HOSTNAME, "")));
        notes.addAll(admission.notes());
        return notes;
    }

    /** Why it cannot be held; empty: it can. */
    public Optional<String> whyNotHeld() throws IOException {
        try {
            held();
            return Optional.empty();
        } catch (Refusal why) {
            return Optional.of(String.valueOf(why.getMessage()));
        }
    }

    /** Why it cannot be pinned anywhere, as far as it tells itself; empty: it can. */
    public Optional<String> whyNotPlaced() throws IOException {
        try {
            kind.pinned(asked(List.of(), "example", "anywhere"));
            return Optional.empty();
        } catch (Refusal why) {
            return Optional.of(String.valueOf(why.getMessage()));
        }
    }

    /** The object so that none of its pods starts by itself. */
    public Made held() throws IOException, Refusal {
        return kind.held(asked(List.of(), Pin.HOSTNAME, ""));
    }

    /** The object with all its pods on a node. */
    public Made onNode(String node) throws IOException, Refusal {
        return kind.pinned(asked(List.of(node), Pin.HOSTNAME, ""));
    }

    /** The object with all its pods in a domain, by the label of the domain's nodes. */
    public Made onDomain(String key, String value) throws IOException, Refusal {
        return kind.pinned(asked(List.of(), key, value));
    }

    private ResolvedRequest asked(List<String> nodes, String key, String value) {
        PlacementCompiler.Request request = new PlacementCompiler.Request(ref, "", Map.of(), nodes, key, value);
        return new ResolvedRequest(cluster, request, object, Map.of(), new ObjectReads(reader), ServerVersion.NEWEST);
    }
}
