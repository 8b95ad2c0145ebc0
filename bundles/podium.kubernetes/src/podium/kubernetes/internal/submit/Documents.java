// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import podium.kubernetes.internal.yaml.ParserFlaws;
import podium.kubernetes.internal.yaml.YamlFlaw;
import podium.kubernetes.internal.yaml.YamlNodes;
import podium.kubernetes.internal.yaml.YamlTree;
import podium.kubernetes.texts.Texts;
import podium.operation.submit.Manifest.At;
import podium.operation.submit.Manifest.Flaw;
import podium.operation.submit.ManifestCompiler.Source;

/** Takes texts apart into the objects they hold, lists flattened; what cannot be read is a flaw with its line. */
final class Documents {
    /** Characters of one text; etcd takes no object over 1.5 MiB. */
    private static final int LONGEST = 8 << 20;

    private static final String TEMPLATE = Texts.of("Documents.itLooksLikeATemplate");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final List<Document> found = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    List<Document> found() {
        return found;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    /** Reads one text. What comes after a syntax error is not read. */
    void read(Source source) {
        String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
        if (text.length() > LONGEST) {
            flaw(
                    new At(source.name(), 1, 1),
                    Texts.of("Documents.itIsLongerThanAnyObject"),
                    Texts.of("Documents.submitItInParts"));
        } else if (text.stripLeading().startsWith("{")) {
            json(source.name(), text);
        } else {
            yaml(source.name(), text);
        }
    }

    private void flaw(At at, String problem, String advice) {
        flaws.add(new Flaw(at, problem, advice));
    }

    /** JSON may be indented by tabs, which YAML forbids. */
    private void json(String source, String text) {
        int document = 0;
        try (MappingIterator<JsonNode> all = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (all.hasNextValue()) {
                int line = all.getCurrentLocation().getLineNr();
                document++;
                JsonNode object = all.nextValue();
                object(new Document(new At(source, document, line), object, FieldShapes.of(object), path -> 0));
            }
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            flaw(
                    new At(source, document + 1, where == null ? 1 : where.getLineNr()),
                    Texts.of("Documents.thisIsNotValid", sentence(e.getOriginalMessage())),
                    Texts.of("Documents.correctItThere"));
        } catch (IOException e) {
            flaw(
                    new At(source, document + 1, 1),
                    Texts.of("Documents.thisIsNotValid", sentence(e.getMessage())),
                    Texts.of("Documents.correctIt"));
        }
    }

    private void yaml(String source, String text) {
        int document = 1;
        try {
            Iterator<Node> all = YamlNodes.of(text);
            while (all.hasNext()) {
                split(all.next(), source, document, new YamlTree());
                document++;
            }
        } catch (YamlFlaw e) {
            flaw(source, document, text, e);
        } catch (YamlEngineException e) {
            flaw(source, document, text, ParserFlaws.of(text, e));
        }
    }

    private void flaw(String source, int document, String text, YamlFlaw flaw) {
        flaw(new At(source, document, flaw.line()), flaw.problem(), text.contains("{{") ? TEMPLATE : flaw.advice());
    }

    /** A list is split while its elements still have their lines. */
    private void split(Node node, String source, int number, YamlTree tree) throws YamlFlaw {
        if (node instanceof MappingNode mapping
                && field(mapping, "kind").filter(Documents::isList).isPresent()) {
            Optional<Node> items = field(mapping, "items");
            if (items.isPresent() && items.get() instanceof SequenceNode sequence) {
                for (Node item : sequence.getValue()) {
                    split(item, source, number, tree);
                }
                return;
            }
        }
        object(new Document(
                new At(source, number, YamlNodes.line(node)),
                tree.json(node),
                FieldShapes.of(node),
                path -> YamlNodes.line(node, path)));
    }

    private static Optional<Node> field(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(field -> field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static boolean isList(Node kind) {
        return kind instanceof ScalarNode scalar && scalar.getValue().endsWith("List");
    }

    private void object(Document document) {
        JsonNode object = document.object();
        if (object.path("kind").asText().endsWith("List")
                && object.path("items").isArray()) {
            object.path("items")
                    .forEach(item -> object(new Document(document.at(), item, FieldShapes.of(item), path -> 0)));
        } else if (!object.isNull() && !object.isMissingNode()) {
            ContainerAmounts.flaw(object)
                    .ifPresent(problem -> flaw(document.at(), problem, Texts.of("Documents.writeAnAmount")));
            found.add(document);
        }
    }

    private static String sentence(String words) {
        String line = words == null
                ? Texts.of("Documents.itCannotBeRead")
                : words.lines().findFirst().orElse(Texts.of("Documents.itCannotBeRead"));
        return line.endsWith(".") ? line : line + ".";
    }
}
