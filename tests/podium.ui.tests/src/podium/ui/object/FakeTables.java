// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Heading;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ReadRefused;
import podium.core.api.ServedResource;

/** A server of a few kinds, which remembers what it was asked. */
final class FakeTables implements ObjectTables {
    static final ServedResource PODS = resource("", "pods", "Pod", "po", true);
    static final ServedResource DEPLOYMENTS = resource("apps", "deployments", "Deployment", "deploy", true);
    static final ServedResource NAMESPACES = resource("", "namespaces", "Namespace", "ns", false);
    static final ServedResource SECRETS = resource("", "secrets", "Secret", "", true);
    static final ServedResource EVENTS = resource("", "events", "Event", "ev", true);

    static final ServedResource METRICS = resource("metrics.k8s.io", "pods", "PodMetrics", "", true);

    /** Whether metrics.k8s.io is served. */
    volatile boolean measured;

    /** Whether it does not tell what it has. */
    volatile boolean silent;

    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, List<Row>> rows = new HashMap<>();
    final Set<String> forbidden = new java.util.HashSet<>();
    volatile List<Relative> family = List.of();

    FakeTables() {
        rows.put(
                "pods",
                List.of(
                        row("team-a", "web-10", "Running", "2", "3d4h"),
                        row("team-a", "web-2", "CrashLoopBackOff", "41", "7m"),
                        row("team-b", "db", "Pending", "0", "12s")));
        rows.put("namespaces", List.of(row("", "team-a"), row("", "team-b")));
        rows.put("secrets", List.of(row("team-a", "door", "Opaque", "1", "5d")));
        rows.put("deployments.apps", List.of(row("team-a", "web", "1/2", "2", "3d")));
        rows.put(
                "events",
                List.of(
                        row("team-a", "e1", "5m", "Warning", "BackOff"),
                        row("team-b", "e2", "8s", "Normal", "Pulled")));
    }

    private static ServedResource resource(
            String group, String plural, String kind, String shortName, boolean namespaced) {
        return new ServedResource(
                group,
                "v1",
                plural,
                kind,
                kind.toLowerCase(),
                shortName.isEmpty() ? List.of() : List.of(shortName),
                namespaced,
                Set.of("list"),
                Set.of());
    }

    static Row row(String namespace, String name, String... cells) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(cells));
        return new Row(namespace, name, "uid-" + name, all);
    }

    @Override
    public List<ServedResource> resources() throws IOException {
        asked.add("resources");
        if (silent) {
            throw new ReadRefused(403, "User \"ana\" cannot look at it");
        }
        return measured
                ? List.of(DEPLOYMENTS, EVENTS, NAMESPACES, PODS, METRICS, SECRETS)
                : List.of(DEPLOYMENTS, EVENTS, NAMESPACES, PODS, SECRETS);
    }

    @Override
    public ObjectTable table(ServedResource resource, String namespace, String fieldSelector) throws IOException {
        asked.add("table " + resource.fullName() + " " + namespace);
        if (forbidden.contains(resource.fullName())) {
            throw new ReadRefused(403, resource.resource() + " is forbidden: User \"ana\" cannot list it");
        }
        List<Row> shown = Optional.ofNullable(rows.get(resource.fullName())).orElse(List.of()).stream()
                .filter(row -> namespace.isEmpty() || row.namespace().equals(namespace))
                .toList();
        return new ObjectTable(headings(resource), shown, true);
    }

    private static List<Heading> headings(ServedResource resource) {
        return switch (resource.resource()) {
            case "pods" -> headings("Name", "Status", "Restarts", "Age");
            case "events" -> headings("Name", "Last Seen", "Type", "Reason");
            case "secrets" -> headings("Name", "Type", "Data", "Age");
            case "deployments" -> headings("Name", "Ready", "Up-to-date", "Age");
            default -> headings("Name");
        };
    }

    private static List<Heading> headings(String... names) {
        return List.of(names).stream()
                .map(name -> new Heading(name, name.equals("Restarts") ? "integer" : "string", false))
                .toList();
    }

    @Override
    public List<Relative> family(ServedResource resource, String namespace, String name) {
        asked.add("family " + name);
        return family;
    }

    @Override
    public Map<String, List<String>> usage(ServedResource resource, String namespace) {
        asked.add("usage " + resource.fullName() + " " + namespace);
        return Map.of("team-a/web-2", List.of("250m", "512Mi"));
    }
}
