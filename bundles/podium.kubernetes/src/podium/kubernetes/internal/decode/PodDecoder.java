// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.core.change.Change;
import podium.kubernetes.internal.json.ApiTimes;
import podium.kubernetes.internal.json.ByteRun;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.ObjectDecoder;
import podium.kubernetes.internal.json.ObservedObject;
import podium.kubernetes.internal.json.StringPool;
import podium.kubernetes.internal.json.WorkKinds;
import podium.model.fleet.TaskPhase;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.TaskSpec;

/**
 * Reads pods in one pass. What the pods of one template share (labels, owner, spec) is looked up by its raw bytes, so it
 * is decoded once for all of them.
 */
final class PodDecoder implements ObjectDecoder {
    private static final int TEMPLATES = 1 << 12;

    private final StringPool strings = new StringPool(1 << 10);
    private final ByteRun raw = new ByteRun();
    private final ByteRun projected = new ByteRun();
    private final SpecProjection projection = new SpecProjection();
    private final PodStatusDecoder status = new PodStatusDecoder();
    private final RawCache<TaskSpec> specs;
    private final RawCache<PodMarks> marks;
    private final RawCache<Optional<ControllerRef>> owners;

    private PodMarks labels = PodMarks.NONE;
    private PodMarks annotations = PodMarks.NONE;
    private Optional<ControllerRef> controller = Optional.empty();
    private String name = "";
    private String namespace = "";
    private String uid = "";
    private String version = "";
    private String created = "";
    private String deletion = "";
    /** When a scheduler last wrote into its status. */
    private String refused = "";

    PodDecoder(TaskSpecs taskSpecs, WorkKinds kinds) {
        specs = new RawCache<>(TEMPLATES, bytes -> taskSpecs.read(JsonTree.read(new JsonInput(bytes, strings))));
        marks = new RawCache<>(
                TEMPLATES,
                bytes ->
                        PodMarks.of(JsonTree.read(new JsonInput(bytes, strings)).labels()));
        owners = new RawCache<>(TEMPLATES, bytes -> controller(JsonTree.read(new JsonInput(bytes, strings)), kinds));
    }

    /** The owner reference that is the controller, with what is known of its kind. */
    static Optional<ControllerRef> controller(JsonTree ownerReferences, WorkKinds kinds) {
        return controller(ownerReferences)
                .map(ref -> new ControllerRef(
                        ref.apiVersion(), ref.kind(), ref.name(), ref.uid(), kinds.work(ref.apiVersion(), ref.kind())));
    }

    /** The owner reference that is the controller. */
    static Optional<ControllerRef> controller(JsonTree ownerReferences) {
        for (JsonTree owner : ownerReferences.elements()) {
            if (owner.flag("controller")) {
                return Optional.of(new ControllerRef(
                        owner.text("apiVersion"), owner.text("kind"), owner.text("name"), owner.text("uid")));
            }
        }
        return Optional.empty();
    }

    @Override
    public ObservedObject decode(JsonInput in) throws IOException {
        clear();
        String kind = "";
        int code = 0;
        String reason = "";
        String message = "";
        if (in.object()) {
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "metadata" -> metadata(in);
                    case "spec" -> projection.read(in, projected);
                    case "status" -> status.read(in);
                    case "kind" -> kind = in.text();
                    case "code" -> code = (int) in.whole(0);
                    case "reason" -> reason = in.text();
                    case "message" -> message = in.text();
                    default -> in.skip();
                }
            }
        }
        if ("Status".equals(kind)) {
            return new ObservedObject(
                    "", "", "", "", List.of(), List.of(), new ObservedObject.Failure(code, reason, message));
        }
        return new ObservedObject(
                namespace, name, uid, version, name.isEmpty() ? List.of() : List.of(pod()), List.of(), null);
    }

    private void clear() {
        labels = PodMarks.NONE;
        annotations = PodMarks.NONE;
        controller = Optional.empty();
        name = "";
        namespace = "";
        uid = "";
        version = "";
        created = "";
        deletion = "";
        refused = "";
        projected.clear();
        projection.clear();
        status.clear();
    }

    private void metadata(JsonInput in) throws IOException {
        if (!in.object()) {
            return;
        }
        for (String field = in.name(); field != null; field = in.name()) {
            switch (field) {
                case "name" -> name = in.unique();
                case "namespace" -> namespace = in.text();
                case "uid" -> uid = in.unique();
                case "resourceVersion" -> version = in.unique();
                case "creationTimestamp" -> created = in.text();
                case "deletionTimestamp" -> deletion = in.text();
                case "labels" -> labels = marks.get(copy(in));
                case "annotations" -> annotations = PodMarks.read(in);
                case "managedFields" -> managers(in);
                case "ownerReferences" -> controller = owners.get(copy(in));
                default -> in.skip();
            }
        }
    }

    /** Of a pod that has no node a scheduler writes nothing into the status but why. */
    private void managers(JsonInput in) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            if (!in.object()) {
                continue;
            }
            String manager = "";
            String part = "";
            String time = "";
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "manager" -> manager = in.text();
                    case "subresource" -> part = in.text();
                    case "time" -> time = in.unique();
                    default -> in.skip();
                }
            }
            if (part.equals("status") && manager.contains("scheduler")) {
                refused = time;
            }
        }
    }

    private ByteRun copy(JsonInput in) throws IOException {
        raw.clear();
        in.skipTo(raw);
        return raw;
    }

    private Change pod() throws IOException {
        if (projected.length() > 0) {
            status.resize.appendTo(projected);
        }
        SpecProjection.close(
                projected,
                annotations.group().isEmpty() ? labels.group() : annotations.group(),
                annotations.share(),
                labels.unread().isEmpty()
                        ? annotations.unread()
                        : Stream.concat(annotations.unread().stream(), labels.unread().stream())
                                .toList());
        TaskSpec spec = specs.get(projected);
        Labels all = labels.labels();
        PodStatusDecoder.Word word = status.word(!deletion.isEmpty(), !projection.nodeName.isEmpty(), spec.gates());
        return new Change.PodSeen(
                namespace,
                name,
                uid,
                all,
                word.phase(),
                word.reason(),
                word.message(),
                controller,
                projection.nodeName,
                spec,
                status.ready,
                annotations.mirror(),
                status.restarts,
                ApiTimes.parse(created),
                ApiTimes.parse(status.started),
                ApiTimes.parse(deletion),
                annotations.devices().isEmpty() ? status.devices() : new DeviceIds(annotations.devices()),
                Ranks.of(all, annotations, controller, name),
                status.runsOf.again(),
                status.runsOf.failed(),
                word.phase() == TaskPhase.PENDING ? ApiTimes.parse(refused) : null);
    }
}
