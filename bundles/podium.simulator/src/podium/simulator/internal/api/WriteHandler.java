// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import podium.simulator.internal.api.auth.EscalationCheck;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.catalog.ServedType;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.patch.BuiltInMergeSchema;
import podium.simulator.internal.api.patch.CustomMergeSchema;
import podium.simulator.internal.api.patch.FieldManagement;
import podium.simulator.internal.api.strategy.EphemeralContainers;
import podium.simulator.internal.api.strategy.FieldErrors;
import podium.simulator.internal.api.strategy.KindStrategy;
import podium.simulator.internal.api.strategy.Strategies;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.quota.LimitRanger;
import podium.simulator.internal.quota.QuotaAdmission;
import podium.simulator.store.ApiException;
import podium.simulator.store.DryRunStore;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StatusCause;

/** Creates and replaces objects: every write goes through here, whatever form it had. */
final class WriteHandler {

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
    private final AdmissionPlugin admission;
    private final Strategies kinds;
    private final LimitRanger ranges;
    private final QuotaAdmission quotas;
    private final EscalationCheck escalation;

    /**
     * How the managed fields of a write are recorded: given the state before, which is an empty object for a
     * creation, and the state after, which may be changed.
     */
    @FunctionalInterface
    interface Recorder {
        void record(ObjectNode before, ObjectNode after);
    }

    WriteHandler(ObjectStore store, Clock clock, AdmissionPlugin admission) {
        this.store = store;
        this.clock = clock;
        this.admission = admission;
        this.kinds = new Strategies(store);
        this.ranges = new LimitRanger(store);
        this.quotas = new QuotaAdmission(store);
        this.escalation = new EscalationCheck(store);
    }

    HttpResponse create(RequestInfo call) {
        ObjectNode object = RequestBodies.object(call);
        return rendered(call, 201, create(call, object, recorder(call)));
    }

    HttpResponse update(RequestInfo call) {
        ObjectNode object = RequestBodies.object(call);
        if (call.serving().custom() && ObjectMeta.resourceVersion(object).isEmpty()) {
            throw ApiException.invalid(
                    call.type(),
                    call.name(),
                    List.of(new StatusCause(
                            "FieldValueInvalid",
                            "Invalid value: 0: must be specified for an update",
                            "metadata.resourceVersion")));
        }
        return rendered(call, 200, replace(call, before -> object.deepCopy(), recorder(call)));
    }

    HttpResponse rendered(RequestInfo call, int status, ObjectNode object) {
        HttpResponse response = rendering(call).object(status, new ObjectVersion(object));
        return UnknownFields.told(call, response);
    }

    ResponseEncoder rendering(RequestInfo call) {
        return ResponseEncoder.of(call, clock);
    }

    FieldManagement fieldManagement(ServedType serving) {
        return new FieldManagement(
                serving.custom() ? new CustomMergeSchema(serving.schema()) : new BuiltInMergeSchema());
    }

    FieldManagement.Writer writer(RequestInfo call) {
        return new FieldManagement.Writer(
                call.fieldManager(), call.subresource(), call.type().apiVersion(), ObjectMeta.time(clock.instant()));
    }

    Recorder recorder(RequestInfo call) {
        return (before, after) -> fieldManagement(call.serving()).updated(before, after, writer(call));
    }

    ObjectStore target(RequestInfo call) {
        return call.dryRun() ? new DryRunStore(store, clock) : store;
    }

    ObjectNode create(RequestInfo call, ObjectNode given, Recorder recorder) {
        if (!ObjectMeta.resourceVersion(given).isEmpty()) {
            throw ApiException.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        requireNamespace(call, ObjectMeta.name(given));
        for (int attempt = 1; ; attempt++) {
            try {
                return target(call).create(call.type(), prepared(call, given.deepCopy(), recorder));
            } catch (ApiException e) {
                boolean generated = ObjectMeta.name(given).isEmpty();
                if (!e.reason().equals("AlreadyExists") || !generated || attempt == NAME_TRIES) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode prepared(RequestInfo call, ObjectNode object, Recorder recorder) {
        KindStrategy rules = rules(call);
        UnknownFields.prune(call, object);
        ObjectMeta.dropEmpty(object);
        ObjectNode metadata = ObjectMeta.of(object);
        metadata.remove(SERVER_METADATA);
        metadata.put("uid", store.newUid());
        ObjectNames.generate(object);
        if (call.serving().custom() && call.serving().hasStatus()) {
            object.remove("status");
        }
        rules.defaults(object);
        rules.prepareCreate(object);
        boolean pod = call.type().equals(ResourceTypes.POD);
        if (pod) {
            ranges.apply(object);
        }
        escalation.check(call.user(), call.type(), object, Json.object());
        admission.review(new AdmissionPlugin.Request(
                AdmissionPlugin.Operation.CREATE,
                call.type(),
                "",
                object,
                Optional.empty(),
                call.user(),
                call.dryRun()));
        FieldErrors problems = new FieldErrors();
        ObjectNames.validate(object, problems);
        ObjectLabels.validate(object, problems);
        rules.validate(object, problems);
        rules.validateCreate(object, problems);
        problems.refuse(call.type(), ObjectMeta.name(object));
        if (pod) {
            ranges.check(object);
            quotas.admit(object, call.dryRun());
        }
        recorder.record(Json.object(), object);
        return object;
    }

    private KindStrategy rules(RequestInfo call) {
        return call.serving().rules().<KindStrategy>map(own -> own).orElseGet(() -> kinds.of(call.type()));
    }

    private void requireNamespace(RequestInfo call, String name) {
        if (!call.type().namespaced()) {
            return;
        }
        ObjectNode namespace = store.get(ResourceTypes.NAMESPACE, "", call.namespace())
                .orElseThrow(() -> ApiException.notFound(ResourceTypes.NAMESPACE, call.namespace()));
        if (ObjectMeta.deleting(namespace)) {
            String why =
                    "unable to create new content in namespace " + call.namespace() + " because it is being terminated";
            throw ApiException.forbidden(call.type(), name, why)
                    .withCauses(List.of(new StatusCause(
                            "NamespaceTerminating",
                            "namespace " + call.namespace() + " is being terminated",
                            "metadata.namespace")));
        }
    }

    /**
     * Replaces the object of a call. Where the wanted state names no resourceVersion, it is made anew from the
     * present state until nobody else is faster.
     */
    ObjectNode replace(RequestInfo call, UnaryOperator<ObjectNode> change, Recorder recorder) {
        for (int attempt = 1; ; attempt++) {
            ObjectNode before = store.get(call.type(), call.namespace(), call.name())
                    .orElseThrow(() -> ApiException.notFound(call.type(), call.name()));
            ObjectNode after = change.apply(before);
            boolean bound = !ObjectMeta.resourceVersion(after).isEmpty()
                    && !ObjectMeta.resourceVersion(after).equals(ObjectMeta.resourceVersion(before));
            boolean named = !ObjectMeta.resourceVersion(after).isEmpty()
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

    private ObjectNode replaced(RequestInfo call, ObjectNode before, ObjectNode after, Recorder recorder) {
        KindStrategy rules = rules(call);
        UnknownFields.prune(call, after);
        ObjectMeta.dropEmpty(after);
        ObjectNode metadata = ObjectMeta.of(after);
        if (ObjectMeta.resourceVersion(after).isEmpty()) {
            metadata.put("resourceVersion", ObjectMeta.resourceVersion(before));
        }
        keep(before, after);
        boolean status = call.subresource().equals("status");
        boolean debug = call.subresource().equals("ephemeralcontainers");
        if (status) {
            StatusSeparation.keepAllButStatus(before, after, call.serving().custom());
        } else if (debug) {
            EphemeralContainers.prepare(before, after);
        } else {
            if (call.serving().hasStatus()) {
                StatusSeparation.keepStatus(before, after);
            }
            rules.defaults(after);
            rules.prepareUpdate(after, before);
            escalation.check(call.user(), call.type(), after, before);
        }
        admission.review(new AdmissionPlugin.Request(
                AdmissionPlugin.Operation.UPDATE,
                call.type(),
                call.subresource(),
                after,
                Optional.of(before),
                call.user(),
                call.dryRun()));
        if (!status || call.serving().custom()) {
            FieldErrors problems = new FieldErrors();
            if (debug) {
                EphemeralContainers.validate(before, after, problems);
            } else {
                ObjectLabels.validate(after, problems);
                rules.validate(after, problems);
                rules.validateUpdate(after, before, problems);
            }
            problems.refuse(call.type(), call.name());
        }
        recorder.record(before, after);
        return after;
    }

    /** Metadata that the server owns stays whatever a client sends; another uid is left in, to be refused. */
    private static void keep(ObjectNode before, ObjectNode after) {
        ObjectNode from = ObjectMeta.of(before);
        ObjectNode to = ObjectMeta.of(after);
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
