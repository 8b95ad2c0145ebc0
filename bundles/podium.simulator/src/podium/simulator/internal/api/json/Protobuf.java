// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.api.json.ProtobufField.Blobs;
import podium.simulator.internal.api.json.ProtobufField.Count;
import podium.simulator.internal.api.json.ProtobufField.Either;
import podium.simulator.internal.api.json.ProtobufField.Flag;
import podium.simulator.internal.api.json.ProtobufField.Inline;
import podium.simulator.internal.api.json.ProtobufField.Left;
import podium.simulator.internal.api.json.ProtobufField.Message;
import podium.simulator.internal.api.json.ProtobufField.Messages;
import podium.simulator.internal.api.json.ProtobufField.Number;
import podium.simulator.internal.api.json.ProtobufField.Pairs;
import podium.simulator.internal.api.json.ProtobufField.Quantities;
import podium.simulator.internal.api.json.ProtobufField.Switch;
import podium.simulator.internal.api.json.ProtobufField.Text;
import podium.simulator.internal.api.json.ProtobufField.Texts;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/**
 * Reads the small objects that kubectl sends as protobuf: evictions, access reviews, and as much of other kinds as
 * {@code kubectl create} writes. Source: the {@code generated.proto} files of the API; field numbers are part of the
 * API and never change.
 */
public final class Protobuf {

    private static final byte[] MAGIC = {'k', '8', 's', 0};
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private static final Map<Integer, ProtobufField> METADATA = Map.of(
            1, new Text("name"),
            2, new Text("generateName"),
            3, new Text("namespace"),
            5, new Text("uid"),
            6, new Text("resourceVersion"),
            11, new Pairs("labels"),
            12, new Pairs("annotations"));
    private static final Map<Integer, ProtobufField> PAIR = Map.of(1, new Text("key"), 2, new Text("value"));
    private static final Map<Integer, ProtobufField> QUANTITY_PAIR =
            Map.of(1, new Text("key"), 2, new Message("value", Map.of(1, new Text("quantity"))));
    private static final Map<Integer, ProtobufField> NUMBER_OR_TEXT =
            Map.of(1, new Number("type"), 2, new Number("number"), 3, new Text("text"));
    private static final Map<Integer, ProtobufField> PRECONDITIONS =
            Map.of(1, new Text("uid"), 2, new Text("resourceVersion"));
    private static final Map<Integer, ProtobufField> DELETE_OPTIONS = Map.of(
            1, new Number("gracePeriodSeconds"),
            2, new Message("preconditions", PRECONDITIONS),
            3, new Flag("orphanDependents"),
            4, new Text("propagationPolicy"),
            5, new Texts("dryRun"));
    private static final Map<Integer, ProtobufField> RESOURCE_ATTRIBUTES = Map.of(
            1, new Text("namespace"),
            2, new Text("verb"),
            3, new Text("group"),
            4, new Text("version"),
            5, new Text("resource"),
            6, new Text("subresource"),
            7, new Text("name"));
    private static final Map<Integer, ProtobufField> ACCESS_SPEC = Map.of(
            1, new Message("resourceAttributes", RESOURCE_ATTRIBUTES),
            2, new Message("nonResourceAttributes", Map.of(1, new Text("path"), 2, new Text("verb"))));
    private static final Map<Integer, ProtobufField> REFERENCE = Map.of(
            1,
            new Text("kind"),
            2,
            new Text("namespace"),
            3,
            new Text("name"),
            4,
            new Text("uid"),
            5,
            new Text("apiVersion"));
    private static final Map<Integer, ProtobufField> BOUND =
            Map.of(1, new Text("kind"), 2, new Text("apiVersion"), 3, new Text("name"), 4, new Text("uid"));
    private static final Map<Integer, ProtobufField> CONTAINER_PORT = Map.of(
            1, new Text("name"), 2, new Number("hostPort"), 3, new Number("containerPort"), 4, new Text("protocol"));
    private static final Map<Integer, ProtobufField> CONTAINER = Map.of(
            1, new Text("name"),
            2, new Text("image"),
            3, new Texts("command"),
            4, new Texts("args"),
            6, new Messages("ports", CONTAINER_PORT),
            7, new Messages("env", Map.of(1, new Text("name"), 2, new Text("value"))),
            8, new Message("resources", Map.of(1, new Quantities("limits"), 2, new Quantities("requests"))),
            14, new Text("imagePullPolicy"));
    private static final Map<Integer, ProtobufField> POD_SPEC = Map.of(
            2, new Messages("containers", CONTAINER),
            3, new Text("restartPolicy"),
            10, new Text("nodeName"),
            7, new Pairs("nodeSelector"));
    private static final ProtobufField TEMPLATE =
            new Message("template", Map.of(1, new Message("metadata", METADATA), 2, new Message("spec", POD_SPEC)));
    private static final Map<Integer, ProtobufField> DEPLOYMENT_SPEC = Map.of(
            1, new Number("replicas"),
            2, new Message("selector", Map.of(1, new Pairs("matchLabels"))),
            3, TEMPLATE);
    private static final Map<Integer, ProtobufField> JOB_SPEC = Map.of(
            1, new Number("parallelism"),
            2, new Number("completions"),
            3, new Number("activeDeadlineSeconds"),
            6, TEMPLATE,
            7, new Number("backoffLimit"),
            8, new Number("ttlSecondsAfterFinished"),
            9, new Text("completionMode"),
            10, new Flag("suspend"));
    private static final Map<Integer, ProtobufField> CRON_JOB_SPEC = Map.of(
            1, new Text("schedule"),
            3, new Text("concurrencyPolicy"),
            4, new Flag("suspend"),
            5, new Message("jobTemplate", with(new Message("spec", JOB_SPEC))),
            8, new Text("timeZone"));
    private static final Map<Integer, ProtobufField> SERVICE_PORT = Map.of(
            1, new Text("name"),
            2, new Text("protocol"),
            3, new Number("port"),
            4, new Either("targetPort"),
            5, new Number("nodePort"));
    private static final Map<Integer, ProtobufField> SERVICE_SPEC = Map.of(
            1, new Messages("ports", SERVICE_PORT),
            2, new Pairs("selector"),
            3, new Text("clusterIP"),
            4, new Text("type"),
            7, new Text("sessionAffinity"),
            10, new Text("externalName"));
    private static final Map<Integer, ProtobufField> BUDGET_SPEC = Map.of(
            1, new Either("minAvailable"),
            2, new Message("selector", Map.of(1, new Pairs("matchLabels"))),
            3, new Either("maxUnavailable"));
    private static final Map<String, Map<Integer, ProtobufField>> KINDS = Map.ofEntries(
            Map.entry("DeleteOptions", DELETE_OPTIONS),
            Map.entry(
                    "TokenRequest",
                    with(new Message(
                            "spec",
                            Map.of(
                                    1, new Texts("audiences"),
                                    3, new Message("boundObjectRef", BOUND),
                                    4, new Number("expirationSeconds"))))),
            Map.entry("Eviction", with(new Message("deleteOptions", DELETE_OPTIONS))),
            Map.entry("Binding", with(new Message("target", REFERENCE))),
            Map.entry("Scale", with(new Message("spec", Map.of(1, new Number("replicas"))))),
            Map.entry("SelfSubjectAccessReview", with(new Message("spec", ACCESS_SPEC))),
            Map.entry("SelfSubjectRulesReview", with(new Message("spec", Map.of(1, new Text("namespace"))))),
            Map.entry("SelfSubjectReview", with(new Message("status", Map.of()))),
            Map.entry("Pod", Map.of(1, new Message("metadata", METADATA), 2, new Message("spec", PodFields.SPEC))),
            Map.entry("Namespace", Map.of(1, new Message("metadata", METADATA))),
            Map.entry("ServiceAccount", Map.of(1, new Message("metadata", METADATA))),
            Map.entry("ConfigMap", with(new Pairs("data"))),
            Map.entry(
                    "Secret", Map.of(1, new Message("metadata", METADATA), 2, new Blobs("data"), 3, new Text("type"))),
            Map.entry(
                    "ResourceQuota",
                    with(new Message("spec", Map.of(1, new Quantities("hard"), 2, new Texts("scopes"))))),
            Map.entry("Service", with(new Message("spec", SERVICE_SPEC))),
            Map.entry("CronJob", with(new Message("spec", CRON_JOB_SPEC))),
            Map.entry("PodDisruptionBudget", with(new Message("spec", BUDGET_SPEC))),
            Map.entry("Deployment", with(new Message("spec", DEPLOYMENT_SPEC))),
            Map.entry("Job", with(new Message("spec", JOB_SPEC))),
            Map.entry("HorizontalPodAutoscaler", with(new Message("spec", ServiceFields.AUTOSCALER))),
            Map.entry("Ingress", with(new Message("spec", ServiceFields.INGRESS))),
            Map.entry("Role", RbacFields.role(new Message("metadata", METADATA))),
            Map.entry("ClusterRole", RbacFields.role(new Message("metadata", METADATA))),
            Map.entry("RoleBinding", RbacFields.binding(new Message("metadata", METADATA))),
            Map.entry("ClusterRoleBinding", RbacFields.binding(new Message("metadata", METADATA))),
            Map.entry(
                    "PriorityClass",
                    Map.of(
                            1, new Message("metadata", METADATA),
                            2, new Number("value"),
                            3, new Flag("globalDefault"),
                            4, new Text("description"),
                            5, new Text("preemptionPolicy"))));

    private Protobuf() {}

    private static Map<Integer, ProtobufField> with(ProtobufField second) {
        return Map.of(1, new Message("metadata", METADATA), 2, second);
    }

    /**
     * Reads a body.
     *
     * @return empty if it holds a kind that is not known here, or a pod with a field that is not: it would be another pod without it
     * @throws ApiException 400 if it is damaged
     */
    public static Optional<ObjectNode> read(byte[] body) {
        try {
            ByteBuffer in = ByteBuffer.wrap(body);
            for (byte letter : MAGIC) {
                if (in.get() != letter) {
                    throw damaged();
                }
            }
            ByteBuffer raw = ByteBuffer.allocate(0);
            ObjectNode object = Json.object();
            while (in.hasRemaining()) {
                long tag = varint(in);
                if ((tag & 7) != BYTES) {
                    skip(in, (int) (tag & 7));
                    continue;
                }
                ByteBuffer value = bytes(in);
                if (tag >>> 3 == 1) {
                    read(value, Map.of(1, new Text("apiVersion"), 2, new Text("kind")), object);
                } else if (tag >>> 3 == 2) {
                    raw = value;
                }
            }
            Map<Integer, ProtobufField> fields = KINDS.get(object.path("kind").asText(""));
            if (fields == null) {
                return Optional.empty();
            }
            read(raw, fields, object);
            return Optional.of(object);
        } catch (UnknownFieldException e) {
            return Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static void read(ByteBuffer in, Map<Integer, ProtobufField> fields, ObjectNode into) {
        while (in.hasRemaining()) {
            long tag = varint(in);
            int wire = (int) (tag & 7);
            ProtobufField field = fields.get((int) (tag >>> 3));
            if (field == null || wire != field.wire()) {
                boolean something = skip(in, wire);
                if (something && field == null && fields.containsKey(PodFields.WHOLE)) {
                    throw new UnknownFieldException();
                }
                continue;
            }
            switch (field) {
                case Text text -> {
                    String value = text(in);
                    if (!value.isEmpty()) {
                        into.put(text.name(), value);
                    }
                }
                case Number number -> into.put(number.name(), varint(in));
                case Flag flag -> into.put(flag.name(), varint(in) != 0);
                case Count count -> {
                    long value = varint(in);
                    if (value != 0) {
                        into.put(count.name(), value);
                    }
                }
                case Switch on -> {
                    if (varint(in) != 0) {
                        into.put(on.name(), true);
                    }
                }
                case Left _ -> bytes(in);
                case Inline inline -> read(bytes(in), inline.fields(), into);
                case Texts texts -> Json.array(into, texts.name()).add(text(in));
                case Pairs pairs -> {
                    ObjectNode entry = Json.object();
                    read(bytes(in), PAIR, entry);
                    Json.with(into, pairs.name()).put(Json.text(entry, "key"), Json.text(entry, "value"));
                }
                case Blobs blobs -> blob(bytes(in), Json.with(into, blobs.name()));
                case Quantities quantities -> {
                    ObjectNode entry = Json.object();
                    read(bytes(in), QUANTITY_PAIR, entry);
                    Json.with(into, quantities.name())
                            .put(Json.text(entry, "key"), Json.text(entry, "value", "quantity"));
                }
                case Either either -> {
                    ObjectNode value = Json.object();
                    read(bytes(in), NUMBER_OR_TEXT, value);
                    into.set(either.name(), value.path(value.path("type").asInt() == 0 ? "number" : "text"));
                }
                case Messages messages ->
                    read(
                            bytes(in),
                            messages.fields(),
                            Json.array(into, messages.name()).addObject());
                case Message message -> read(bytes(in), message.fields(), Json.with(into, message.name()));
            }
        }
    }

    private static void blob(ByteBuffer in, ObjectNode into) {
        String key = "";
        byte[] value = {};
        while (in.hasRemaining()) {
            long tag = varint(in);
            if (tag >>> 3 == 1) {
                key = text(in);
            } else {
                ByteBuffer bytes = bytes(in);
                value = new byte[bytes.remaining()];
                bytes.get(value);
            }
        }
        into.put(key, Base64.getEncoder().encodeToString(value));
    }

    /** Whether there was something other than the value that stands for none. */
    private static boolean skip(ByteBuffer in, int wire) {
        return switch (wire) {
            case VARINT -> varint(in) != 0;
            case FIXED64 -> in.getLong() != 0;
            case BYTES -> bytes(in).hasRemaining();
            case FIXED32 -> in.getInt() != 0;
            default -> throw damaged();
        };
    }

    /** What is sent cannot be read whole. */
    private static final class UnknownFieldException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(bytes(in)).toString();
    }

    private static ByteBuffer bytes(ByteBuffer in) {
        long given = varint(in);
        if (given < 0 || given > in.remaining()) {
            throw damaged();
        }
        int length = (int) given;
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private static ApiException damaged() {
        return ApiException.badRequest("provided data does not appear to be a protobuf message");
    }
}
