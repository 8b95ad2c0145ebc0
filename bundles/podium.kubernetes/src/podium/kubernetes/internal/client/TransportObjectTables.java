// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Heading;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ServedResource;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.write.ApiPaths;
import podium.kubernetes.internal.write.ServedApis;
import podium.kubernetes.internal.write.Statuses;
import podium.kubernetes.texts.Texts;

/**
 * The server's own tables (Kubernetes API concepts, "Receiving resources as Tables"), page by page. fabric8 would take whole
 * objects instead (its Accept ends with application/json), which of Secrets is their content. Of each object only its name is kept; no
 * content of a Secret is part of a table.
 */
final class TransportObjectTables implements ObjectTables {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    /** As kubectl asks for. */
    private static final String PAGE = "500";
    /** More rows than anybody reads; an operator filters by namespace before that. */
    private static final int MOST = 20_000;

    private final Transport transport;

    TransportObjectTables(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<ServedResource> resources() throws IOException {
        return ServedApis.ask(transport).listed().stream()
                .sorted(Comparator.comparing(ServedResource::resource).thenComparing(ServedResource::group))
                .toList();
    }

    @Override
    public ObjectTable table(ServedResource resource, String namespace, String fieldSelector) throws IOException {
        List<Heading> headings = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = page(resource.in(namespace), fieldSelector, next);
            if (headings.isEmpty()) {
                page.path("columnDefinitions").forEach(one -> headings.add(heading(one)));
            }
            page.path("rows").forEach(one -> rows.add(row(one)));
            next = Trees.text(page, "/metadata/continue");
        } while (!next.isEmpty() && rows.size() < MOST);
        return new ObjectTable(headings, rows, next.isEmpty());
    }

    private JsonNode page(ObjectRef collection, String fieldSelector, String next) throws IOException {
        String path = ApiPaths.object(collection)
                + ApiPaths.query("limit", PAGE, "fieldSelector", fieldSelector, "continue", next);
        ApiResponse response = transport.send(ApiRequest.get(path).accepting(TABLE));
        if (!response.ok()) {
            throw Statuses.unread(response);
        }
        JsonNode table = Trees.read(response.text());
        if (!table.path("kind").asText().equals("Table")) {
            throw new IOException(Texts.of("TransportObjectTables.theServerHasNoTable", collection.resource()));
        }
        return table;
    }

    private static Heading heading(JsonNode column) {
        return new Heading(
                column.path("name").asText(),
                column.path("type").asText(),
                column.path("priority").asInt() > 0);
    }

    private static Row row(JsonNode row) {
        List<String> cells = new ArrayList<>();
        row.path("cells").forEach(cell -> cells.add(words(cell)));
        JsonNode metadata = row.path("object").path("metadata");
        return new Row(
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                metadata.path("uid").asText(),
                cells);
    }

    /** As kubectl writes a cell (cli-runtime pkg/printers/tableprinter.go): nothing for null, one line of several. */
    private static String words(JsonNode cell) {
        String text = cell.isNull() ? "" : cell.isValueNode() ? cell.asText() : cell.toString();
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '\n' || at == '\r' || at == '\f') {
                return text.substring(0, i) + "...";
            }
        }
        return text;
    }

    @Override
    public List<Relative> family(ServedResource resource, String namespace, String name) throws IOException {
        return new ObjectFamily(transport, resources()).of(resource, namespace, name);
    }

    @Override
    public Map<String, List<String>> usage(ServedResource resource, String namespace) throws IOException {
        return new ResourceUsage(transport).of(resource, namespace);
    }
}
