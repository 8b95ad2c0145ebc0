// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.KnownCluster;
import podium.core.cluster.KnownClusters;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.json.Json;
import podium.core.text.CleanText;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.ProtectionMemory;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleService;
import podium.operation.texts.Texts;

/** Keeps what is protected beside the seal of the journal: whoever writes to the workspace only leaves it as it was. */
@Component
public final class ProtectionFile implements ProtectionMemory {
    private static final Logger LOG = Logger.getLogger(ProtectionFile.class.getName());
    private static final int LARGEST = 1 << 22;

    private final RuleService rules;
    private final KnownClusters known;
    private final AuditNotes notes;
    private final Path file;
    private boolean looked;

    /**
     * What is protected.
     *
     * @param rules each in a line, by the names of the file of rules
     * @param production what is shown of the clusters that are marked so, by what they are known by
     */
    private record Protection(List<String> rules, Map<String, String> production) {}

    /** As the console uses it: it looks at once. */
    @Activate
    public ProtectionFile(@Reference RuleService rules, @Reference KnownClusters known, @Reference AuditNotes notes) {
        this(rules, known, notes, JournalLocation.find().seal().resolve("protection.json"));
        Thread.ofVirtual().start(this::look);
    }

    ProtectionFile(RuleService rules, KnownClusters known, AuditNotes notes, Path file) {
        this.rules = rules;
        this.known = known;
        this.notes = notes;
        this.file = file;
    }

    @Override
    public synchronized void keep() {
        if (looked) {
            try {
                write(now(read()));
            } catch (IOException e) {
                log(e);
            }
        }
    }

    @Override
    public synchronized void look() {
        try {
            Optional<Protection> before = read();
            Protection now = now(before);
            if (before.isPresent()) {
                tell(before.get(), now);
            } else if (!PlainFiles.isAbsent(file)) {
                notes.warn(rules(), "not known", Texts.of("ProtectionFile.cannotBeRead", file));
            }
            write(now);
            looked = true;
        } catch (IOException e) {
            log(e);
        }
    }

    private static void log(IOException e) {
        LOG.log(Level.WARNING, "What is protected was not compared with what was", e);
    }

    private void tell(Protection before, Protection now) throws IOException {
        if (!before.rules.equals(now.rules)) {
            notes.warn(
                    rules(),
                    "changed outside",
                    Texts.of("ProtectionFile.rulesChanged", ProtectionMemory.difference(before.rules, now.rules)));
        }
        for (Map.Entry<String, String> lost : without(before.production, now.production)) {
            notes.warn(mark(lost), "unmarked outside", Texts.of("ProtectionFile.markLost", lost.getValue()));
        }
        for (Map.Entry<String, String> found : without(now.production, before.production)) {
            notes.note(mark(found), "found marked", Texts.of("ProtectionFile.markFound", found.getValue()));
        }
    }

    private static List<Map.Entry<String, String>> without(Map<String, String> all, Map<String, String> others) {
        return all.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .toList();
    }

    private static AuditedAction rules() {
        return new AuditedAction(new ClusterId(""), Optional.empty(), "rules", Texts.of("ProtectionChanges.rules"));
    }

    private static AuditedAction mark(Map.Entry<String, String> cluster) {
        return new AuditedAction(
                new ClusterId(cluster.getKey()),
                Optional.empty(),
                "mark",
                Texts.of("ProtectionChanges.markOf", cluster.getValue()));
    }

    /** Of rules that cannot be read it is not known what changed: that they cannot is told elsewhere. */
    private Protection now(Optional<Protection> before) {
        Map<String, String> production = new LinkedHashMap<>();
        known.recent().stream()
                .map(KnownCluster::target)
                .filter(target -> known.mark(target).production())
                .forEach(target -> production.put(
                        target.simulated() ? target.context() : target.id().value(), shown(target)));
        return new Protection(
                rules.problem().isPresent() ? before.map(Protection::rules).orElse(List.of()) : lines(rules.rules()),
                production);
    }

    private static String shown(ClusterTarget target) {
        return CleanText.clean(
                target.simulated() ? target.context() : target.context() + " (" + target.kubeconfig() + ")");
    }

    private static List<String> lines(OperatorRules rules) {
        return Stream.of(
                        named("protectedNodes", rules.nodes()),
                        named("protectedNamespaces", rules.namespaces()),
                        named("freezeWindows", rules.freezes()),
                        named("typeNamesIn", rules.typed()),
                        named("approvalIn", rules.approvals()),
                        named("approvers", rules.approvers()))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> named(String name, List<?> all) {
        return all.stream().map(one -> name + " " + one);
    }

    /** Empty: it is not there, or cannot be read. */
    private Optional<Protection> read() {
        try {
            JsonNode tree = Json.read(PlainFiles.text(file, LARGEST));
            Map<String, String> production = new LinkedHashMap<>();
            tree.path("production")
                    .properties()
                    .forEach(one -> production.put(one.getKey(), one.getValue().asText()));
            return Optional.of(new Protection(
                    tree.path("rules").valueStream().map(JsonNode::asText).toList(), production));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void write(Protection now) throws IOException {
        ObjectNode tree = Json.object();
        now.rules.forEach(tree.putArray("rules")::add);
        now.production.forEach(tree.putObject("production")::put);
        PrivateFiles.folder(file.toAbsolutePath().getParent());
        PrivateFiles.write(file, Json.write(tree) + "\n");
    }
}
