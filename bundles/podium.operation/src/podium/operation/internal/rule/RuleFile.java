// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.rule;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.file.Home;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.file.Workspace;
import podium.operation.rule.ApprovalScope;
import podium.operation.rule.Approver;
import podium.operation.rule.FreezeWindow;
import podium.operation.rule.Glob;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.operation.texts.Texts;

/** The rules as a JSON file that a person can read and write too. */
final class RuleFile {
    /** System property that names the file. */
    static final String PROPERTY = "podium.rules";

    private static final int LARGEST = 1 << 20;
    private static final List<String> NAMES =
            List.of("protectedNodes", "protectedNamespaces", "freezeWindows", "typeNamesIn", "approvalIn", "approvers");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;

    RuleFile(Path file) {
        this.file = file;
    }

    /** The file told by {@link #PROPERTY}, else one in the Equinox instance area, else one in the user's home. */
    static RuleFile find() {
        String told = System.getProperty(PROPERTY, "");
        if (!told.isBlank()) {
            return new RuleFile(Path.of(told));
        }
        Path folder = Workspace.folder().orElseGet(() -> Home.folder().resolve(".podium"));
        return new RuleFile(folder.resolve("rules.json"));
    }

    Path path() {
        return file;
    }

    /**
     * The rules; those of an absent file are none. A link to what is not there is no absent file.
     *
     * @throws IOException when the file cannot be read or understood; its message names what is wrong with it
     */
    OperatorRules read() throws IOException {
        if (PlainFiles.isAbsent(file)) {
            return OperatorRules.NONE;
        }
        try {
            JsonNode tree = MAPPER.readTree(PlainFiles.text(file, LARGEST));
            if (!tree.isObject()) {
                throw new IOException(Texts.of("RuleFile.itIsNotA"));
            }
            refuseUnknown(tree);
            return new OperatorRules(
                    all(tree, "protectedNodes", ProtectionRule::parse),
                    all(tree, "protectedNamespaces", ProtectionRule::parse),
                    all(tree, "freezeWindows", FreezeWindow::parse),
                    all(tree, "typeNamesIn", Glob::new),
                    all(tree, "approvalIn", ApprovalScope::parse),
                    all(tree, "approvers", Approver::parse));
        } catch (JsonProcessingException e) {
            @Nullable JsonLocation place = e.getLocation();
            throw new IOException(
                    place == null
                            ? Texts.of("RuleFile.itIsNotValid", words(e))
                            : Texts.of("RuleFile.itIsNotValidInLine", place.getLineNr(), words(e)),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Without what the parser says of its source, which is no help to whoever wrote the file. */
    private static String words(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).replaceAll("\\[Source: [^;]*; ([^\\]]*)\\]", "$1");
    }

    /** A rule under a name that nobody reads would protect nothing, and its author would not know. */
    private static void refuseUnknown(JsonNode tree) throws IOException {
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            if (!NAMES.contains(entry.getKey())) {
                throw new IOException(Texts.of("RuleFile.isNotARule", entry.getKey(), String.join(", ", NAMES)));
            }
        }
    }

    private static <T> List<T> all(JsonNode tree, String name, Function<String, T> read) throws IOException {
        JsonNode array = tree.path(name);
        if (!array.isArray() && !array.isMissingNode()) {
            throw new IOException(Texts.of("RuleFile.isNotAList", name));
        }
        List<T> all = new ArrayList<>();
        for (JsonNode text : array) {
            if (!text.isTextual()) {
                throw new IOException(Texts.of("RuleFile.holdsSomethingOtherThan", name, text));
            }
            all.add(read.apply(text.asText()));
        }
        return all;
    }

    /** Puts the rules in place at once: a reader finds the old ones or these. */
    void write(OperatorRules rules) throws IOException {
        ObjectNode tree = MAPPER.createObjectNode();
        texts(tree.putArray("protectedNodes"), rules.nodes());
        texts(tree.putArray("protectedNamespaces"), rules.namespaces());
        texts(tree.putArray("freezeWindows"), rules.freezes());
        texts(tree.putArray("typeNamesIn"), rules.typed());
        texts(tree.putArray("approvalIn"), rules.approvals());
        texts(tree.putArray("approvers"), rules.approvers());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFiles.folders(folder);
        }
        PrivateFiles.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
    }

    private static void texts(ArrayNode into, List<?> all) {
        all.forEach(one -> into.add(one.toString()));
    }
}
