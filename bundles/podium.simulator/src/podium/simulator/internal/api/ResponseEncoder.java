// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.catalog.ServedType;
import podium.simulator.internal.api.http.HttpResponse;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.api.table.TableEncoder;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;

/** Writes objects, lists and events in the form that the client asked for. */
final class ResponseEncoder {

    private enum Form {
        PLAIN,
        TABLE,
        PARTIAL
    }

    private static final byte[] COMMA = {','};
    private static final byte[] BRACE = {'{'};
    private static final byte[] LIST_END = JsonText.utf8("]}\n");
    private static final byte[] EVENT_END = JsonText.utf8("}\n");

    private final ServedType serving;
    private final Form form;
    private final String include;
    private final Clock clock;
    private final byte[] head;

    private ResponseEncoder(ServedType serving, Form form, String include, Clock clock) {
        this.serving = serving;
        this.form = form;
        this.include = include;
        this.clock = clock;
        this.head = head(serving.type());
    }

    static ResponseEncoder of(RequestInfo call, Clock clock) {
        String accept = call.http().header("accept");
        Form form = accept.contains("as=Table")
                ? Form.TABLE
                : accept.contains("as=PartialObjectMetadata") ? Form.PARTIAL : Form.PLAIN;
        return new ResponseEncoder(call.serving(), form, call.http().query().text("includeObject"), clock);
    }

    private static byte[] head(ResourceType type) {
        return JsonText.utf8("{\"kind\":\"" + type.kind() + "\",\"apiVersion\":\"" + type.apiVersion() + "\",");
    }

    HttpResponse object(int status, ObjectVersion version) {
        if (form == Form.PLAIN) {
            return HttpResponse.parts(status, "application/json", List.of(head, version.fields()));
        }
        return HttpResponse.json(status, JsonText.bytes(changed(version, true)));
    }

    HttpResponse list(List<ObjectVersion> items, ObjectNode metadata) {
        if (form == Form.TABLE) {
            List<ObjectNode> objects = items.stream().map(ObjectVersion::object).toList();
            return HttpResponse.json(
                    200,
                    JsonText.bytes(
                            TableEncoder.of(serving.columns(), metadata, true, objects, include, clock.instant())));
        }
        boolean partial = form == Form.PARTIAL;
        String kind = partial ? "PartialObjectMetadataList" : serving.type().kind() + "List";
        String version = partial ? "meta.k8s.io/v1" : serving.type().apiVersion();
        List<byte[]> parts = new ArrayList<>(items.size() * 3 + 2);
        parts.add(JsonText.utf8("{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + version + "\",\"metadata\":" + metadata
                + ",\"items\":["));
        byte[] itemHead = serving.custom() ? head : BRACE;
        for (ObjectVersion item : items) {
            if (parts.size() > 1) {
                parts.add(COMMA);
            }
            if (partial) {
                parts.add(JsonText.bytes(TableEncoder.partial(item.object())));
            } else {
                parts.add(itemHead);
                parts.add(item.fields());
            }
        }
        parts.add(LIST_END);
        return HttpResponse.parts(200, "application/json", parts);
    }

    /** Writes the events of one watch; the first of a table describes the columns. */
    Events events() {
        return new Events();
    }

    /** The events of one watch. */
    final class Events {

        private boolean first = true;

        byte[][] event(String type, ObjectVersion version) {
            byte[] start = start(type);
            if (form == Form.PLAIN) {
                return new byte[][] {start, head, version.fields(), EVENT_END};
            }
            byte[] object = JsonText.bytes(changed(version, first));
            first = false;
            return new byte[][] {start, object, EVENT_END};
        }

        byte[][] bookmark(long revision, boolean initialEnd) {
            ObjectNode object = Json.object(
                    "kind", serving.type().kind(), "apiVersion", serving.type().apiVersion());
            ObjectNode metadata = ObjectMeta.of(object).put("resourceVersion", Long.toString(revision));
            metadata.putNull("creationTimestamp");
            if (initialEnd) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            if (form == Form.TABLE) {
                object = TableEncoder.of(serving.columns(), metadata, false, List.of(), "None", clock.instant());
            }
            return new byte[][] {start("BOOKMARK"), JsonText.bytes(object), EVENT_END};
        }

        byte[][] error(ObjectNode status) {
            return new byte[][] {start("ERROR"), JsonText.bytes(status), EVENT_END};
        }

        private static byte[] start(String type) {
            return switch (type) {
                case "ADDED" -> ADDED;
                case "MODIFIED" -> MODIFIED;
                case "DELETED" -> DELETED;
                default -> startOf(type);
            };
        }

        private static final byte[] ADDED = startOf("ADDED");
        private static final byte[] MODIFIED = startOf("MODIFIED");
        private static final byte[] DELETED = startOf("DELETED");

        private static byte[] startOf(String type) {
            return JsonText.utf8("{\"type\":\"" + type + "\",\"object\":");
        }
    }

    private ObjectNode changed(ObjectVersion version, boolean header) {
        if (form == Form.PARTIAL) {
            return TableEncoder.partial(version.object());
        }
        ObjectNode metadata = Json.object("resourceVersion", ObjectMeta.resourceVersion(version.object()));
        return TableEncoder.of(
                serving.columns(), metadata, header, List.of(version.object()), include, clock.instant());
    }
}
