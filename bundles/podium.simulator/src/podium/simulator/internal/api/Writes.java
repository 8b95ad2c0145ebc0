// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.cache.Version;
import podium.simulator.internal.api.catalog.Serving;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.patch.CoreStructure;
import podium.simulator.internal.api.patch.FieldManagement;
import podium.simulator.internal.api.patch.SchemaStructure;
import podium.simulator.internal.api.rules.KindRules;
import podium.simulator.internal.api.rules.Problems;
import podium.simulator.internal.api.rules.Rules;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.quota.LimitRanges;
import podium.simulator.internal.quota.Quotas;
import podium.simulator.store.ApiException;
import podium.simulator.store.Cause;
import podium.simulator.store.DryRunStore;
import podium.simulator.store.Meta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Creates and replaces objects: every write goes through here, whatever form it had. */
final class Writes {

    private static final int TRIES = 20;
    private static final int NAME_TRIES = 8;
    private static final List<String> SERVER_METADATA = List.of(
            "uid",
            "creationTimestamp",
            "generation",
            "managedFields",
            "selfLink",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    private final ObjectStore store;
    private final Clock clock;
    private final Admission admission;
    private final Rules kinds;
    private final LimitRanges ranges;
    private final Quotas quotas;

    /**
     * How the managed fields of a write are recorded: given the state before, which is an empty object for a
     * creation, and the state after, which may be changed.
     */
    @FunctionalInterface
    interface Recorder {
        void record(ObjectNode before, ObjectNode after);
    }

    Writes(ObjectStore store, Clock clock, Admission admission) {
        this.store = store;
        this.clock = clock;
        this.admission = admission;
        this.kinds = new Rules(store);
        this.ranges = new LimitRanges(store);
        this.quotas = new Quotas(store);
    }

    HttpResponse create(Call call) {
        ObjectNode object = Bodies.object(call);
        return rendered(call, 201, create(call, object, recorder(call)));
    }

    HttpResponse update(Call call) {
        ObjectNode object = Bodies.object(call);
        if (call.serving().custom() && Meta.resourceVersion(object).isEmpty()) {
            throw ApiException.invalid(
                    call.type(),
                    call.name(),
                    List.of(new Cause(
                            "FieldValueInvalid",
                            "Invalid value: 0: must be specified for an update",
                            "metadata.resourceVersion")));
        }
        return rendered(call, 200, replace(call, before -> object.deepCopy(), recorder(call)));
    }

    HttpResponse rendered(Call call, int status, ObjectNode object) {
        HttpResponse response = rendering(call).object(status, new Version(object));
        return Unknown.told(call, response);
    }

    Rendering rendering(Call call) {
        return Rendering.of(call, clock);
    }

    FieldManagement fieldManagement(Serving serving) {
        return new FieldManagement(serving.custom() ? new SchemaStructure(serving.schema()) : new CoreStructure());
    }

    FieldManagement.Writer writer(Call call) {
        return new FieldManagement.Writer(
                call.fieldManager(), call.subresource(), call.type().apiVersion(), Meta.time(clock.instant()));
    }

    Recorder recorder(Call call) {
        return (before, after) -> fieldManagement(call.serving()).updated(before, after, writer(call));
    }

    ObjectStore target(Call call) {
        return call.dryRun() ? new DryRunStore(store, clock) : store;
    }

    ObjectNode create(Call call, ObjectNode given, Recorder recorder) {
        if (!Meta.resourceVersion(given).isEmpty()) {
            throw ApiException.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        requireNamespace(call, Meta.name(given));
        for (int attempt = 1; ; attempt++) {
            try {
                return target(call).create(call.type(), prepared(call, given.deepCopy(), recorder));
            } catch (ApiException e) {
                boolean generated = Meta.name(given).isEmpty();
                if (!e.reason().equals("AlreadyExists") || !generated || attempt == NAME_TRIES) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode prepared(Call call, ObjectNode object, Recorder recorder) {
        KindRules rules = rules(call);
        Unknown.prune(call, object);
        ObjectNode metadata = Meta.of(object);
        metadata.remove(SERVER_METADATA);
        metadata.put("uid", store.newUid());
        Names.generate(object);
        if (call.serving().custom() && call.serving().hasStatus()) {
            object.remove("status");
        }
        rules.defaults(object);
        rules.prepareCreate(object);
        boolean pod = call.type().equals(ResourceTypes.POD);
        if (pod) {
            ranges.apply(object);
        }
        admission.review(new Admission.Request(
                Admission.Operation.CREATE, call.type(), "", object, Optional.empty(), call.user(), call.dryRun()));
        Problems problems = new Problems();
        Names.validate(object, problems);
        rules.validate(object, problems);
        rules.validateCreate(object, problems);
        problems.refuse(call.type(), Meta.name(object));
        if (pod) {
            ranges.check(object);
            quotas.admit(object, call.dryRun());
        }
        recorder.record(Json.object(), object);
        return object;
    }

    private KindRules rules(Call call) {
        return call.serving().rules().<KindRules>map(own -> own).orElseGet(() -> kinds.of(call.type()));
    }

    private void requireNamespace(Call call, String name) {
        if (!call.type().namespaced()) {
            return;
        }
        ObjectNode namespace = store.get(ResourceTypes.NAMESPACE, "", call.namespace())
                .orElseThrow(() -> ApiException.notFound(ResourceTypes.NAMESPACE, call.namespace()));
        if (Meta.deleting(namespace)) {
            String why =
                    "unable to create new content in namespace " + call.namespace() + " because it is being terminated";
            throw ApiException.forbidden(call.type(), name, why)
                    .withCauses(List.of(new Cause(
                            "NamespaceTerminating",
                            "namespace " + call.namespace() + " is being terminated",
                            "metadata.namespace")));
        }
    }

    /**
     * Replaces the object of a call. Where the wanted state names no resourceVersion, it is made anew from the
     * present state until nobody else is faster.
     */
    ObjectNode replace(Call call, UnaryOperator<ObjectNode> change, Recorder recorder) {
        for (int attempt = 1; ; attempt++) {
            ObjectNode before = store.get(call.type(), call.namespace(), call.name())
                    .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
            ObjectNode after = change.apply(before);
            boolean bound = !Meta.resourceVersion(after).isEmpty()
                    && !Meta.resourceVersion(after).equals(Meta.resourceVersion(before));
            boolean named = !Meta.resourceVersion(after).isEmpty()
                    && call.http().method().equals("PUT");
            try {
                return target(call).update(call.type(), replaced(call, before, after, recorder));
            } catch (ApiException e) {
                if (!e.reason().equals("Conflict") || bound || named || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode replaced(Call call, ObjectNode before, ObjectNode after, Recorder recorder) {
        KindRules rules = rules(call);
        Unknown.prune(call, after);
        ObjectNode metadata = Meta.of(after);
        if (Meta.resourceVersion(after).isEmpty()) {
            metadata.put("resourceVersion", Meta.resourceVersion(before));
        }
        keep(before, after);
        boolean status = call.subresource().equals("status");
        if (status) {
            StatusUpdates.keepAllButStatus(before, after, call.serving().custom());
        } else {
            if (call.serving().hasStatus()) {
                StatusUpdates.keepStatus(before, after);
            }
            rules.defaults(after);
            rules.prepareUpdate(after, before);
        }
        admission.review(new Admission.Request(
                Admission.Operation.UPDATE,
                call.type(),
                call.subresource(),
                after,
                Optional.of(before),
                call.user(),
                call.dryRun()));
        if (!status || call.serving().custom()) {
            Problems problems = new Problems();
            rules.validate(after, problems);
            rules.validateUpdate(after, before, problems);
            problems.refuse(call.type(), call.name());
        }
        recorder.record(before, after);
        return after;
    }

    /** Metadata that the server owns stays whatever a client sends; another uid is left in, to be refused. */
    private static void keep(ObjectNode before, ObjectNode after) {
        ObjectNode from = Meta.of(before);
        ObjectNode to = Meta.of(after);
        for (String field : SERVER_METADATA) {
            boolean sent = field.equals("uid") || field.equals("managedFields");
            if (sent && to.hasNonNull(field)) {
                continue;
            }
            if (from.has(field)) {
                to.set(field, from.get(field));
            } else {
                to.remove(field);
            }
        }
    }
}
