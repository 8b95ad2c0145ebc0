// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.fleet.Holdings;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.decode.Kinds;
import podium.kubernetes.internal.decode.PodTemplates;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft;
import podium.kubernetes.internal.place.pin.PodPart;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.model.value.Labels;
import podium.operation.submit.Manifest.Group;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.Manifest.Work;

/** The pods that come of an object, read as the mirror reads them of objects that are there. */
final class WorkReader {
    /** What most devices are asked for by comes first: the verdict of a node is that of the first task. */
    private static final Comparator<Group> LARGEST_FIRST = Comparator.comparingInt(
                    (Group group) -> Holdings.asked(group.spec()))
            .reversed();

    private static final List<String> KUEUE_VERSIONS = List.of("v1beta2", "v1beta1");

    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader reader;
    private final PodTemplates templates = new PodTemplates();

    WorkReader(ClusterId cluster, ObjectReader reader, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.reader = reader;
    }

    /** Empty: no pods come of it. */
    Optional<Work> read(Item item) throws IOException {
        JsonNode object = Trees.read(item.body());
        Optional<Draft> draft = Draft.of(kinds, cluster, item.ref(), object, reader);
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        List<Group> groups = new ArrayList<>();
        for (PodPart part : draft.get().parts()) {
            PodTemplates.Read read = templates.read(Trees.write(part.template()));
            if (part.pods() > 0) {
                groups.add(new Group(part.role(), part.pods(), read.spec(), read.labels()));
            }
        }
        groups.sort(LARGEST_FIRST);
        Optional<Change.WorkloadSeen> seen = seen(item.ref(), object);
        if (groups.isEmpty()) {
            seen.ifPresent(its -> groups.addAll(asTheMirror(its)));
        }
        return Optional.of(new Work(
                draft.get().together() ? groups : groups.subList(0, Math.min(1, groups.size())),
                seen.map(Change.WorkloadSeen::minimum).orElse(OptionalInt.empty()),
                seen.map(Change.WorkloadSeen::queueName).orElse(""),
                priority(object),
                draft.get().whyNotHeld(),
                draft.get().whyNotPlaced()));
    }

    /** The value of its WorkloadPriorityClass, by which Kueue orders it; empty: it names none, or that cannot be read. */
    private OptionalInt priority(JsonNode object) throws IOException {
        String name =
                object.path("metadata").path("labels").path(KueueNames.PRIORITY).asText();
        for (String version : name.isEmpty() ? List.<String>of() : KUEUE_VERSIONS) {
            ObjectRef ref = new ObjectRef(
                    KueueNames.GROUP, version, "workloadpriorityclasses", "WorkloadPriorityClass", "", name);
            try {
                Optional<JsonNode> found = new ObjectReads(reader).find(ref);
                if (found.isPresent()) {
                    return OptionalInt.of(found.get().path("value").asInt());
                }
            } catch (ReadRefused refused) {
                if (!refused.forbidden()) {
                    throw refused;
                }
            }
        }
        return OptionalInt.empty();
    }

    /** Where its templates lie elsewhere and are not known, as much as the object itself tells. */
    private static List<Group> asTheMirror(Change.WorkloadSeen seen) {
        if (!seen.groups().isEmpty()) {
            return seen.groups().stream()
                    .filter(group -> group.tasks() > 0)
                    .map(group -> new Group(group.name(), group.tasks(), group.spec(), group.marks()))
                    .sorted(LARGEST_FIRST)
                    .toList();
        }
        return seen
                .template()
                .filter(_ -> seen.wanted() > 0)
                .map(spec -> new Group("pods", seen.wanted(), spec, Labels.none()))
                .stream()
                .toList();
    }

    private Optional<Change.WorkloadSeen> seen(ObjectRef ref, JsonNode object) throws IOException {
        Optional<WorkloadKind> kind = kinds.of(ref.group(), ref.kind());
        if (kind.isEmpty() || !kind.get().isMirrored()) {
            return Optional.empty();
        }
        JsonInput in = JsonInput.of(Trees.write(object));
        return Kinds.workload(kind.get(), kinds).decoder(new Kind.Shared()).decode(in).changes().stream()
                .filter(Change.WorkloadSeen.class::isInstance)
                .map(Change.WorkloadSeen.class::cast)
                .findFirst();
    }
}
