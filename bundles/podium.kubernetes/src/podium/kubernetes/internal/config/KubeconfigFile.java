// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import podium.core.cluster.KubeconfigException;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.yaml.ParserFlaws;
import podium.kubernetes.internal.yaml.YamlFlaw;
import podium.kubernetes.internal.yaml.YamlNodes;
import podium.kubernetes.internal.yaml.YamlTree;
import podium.kubernetes.texts.Texts;

/** The file as YAML (or JSON): mappings, lists and scalars, each where kubectl wants it; tags make no objects. */
final class KubeconfigFile {
    /** A context with its certificates takes about 8 KiB: room for 500 of them. */
    private static final int LARGEST = 4 << 20;

    private static final String AGAIN = Texts.of("KubeconfigFile.writeTheFileAgain");

    private KubeconfigFile() {}

    static LocatedMapping read(Path path) throws KubeconfigException {
        return read(path, text(path));
    }

    private static LocatedMapping read(Path path, String text) throws KubeconfigException {
        JsonNode root = tree(path, text);
        if (!root.isObject()) {
            throw problem(
                    path,
                    root.isNull() ? Texts.of("KubeconfigFile.isEmpty") : Texts.of("KubeconfigFile.isNotAKubeconfig"),
                    Texts.of("KubeconfigFile.aKubeconfigHasClusters"));
        }
        KubeconfigSchema.check(path, root);
        return Trees.plain(root) instanceof Map<?, ?> map
                ? new LocatedMapping(path, "", map)
                : LocatedMapping.empty(path, "");
    }

    /** The same; a file that says nothing, which kubectl takes among others, has no entries. */
    static LocatedMapping readOrEmpty(Path path) throws KubeconfigException {
        String text = text(path);
        return saysNothing(text) ? LocatedMapping.empty(path, "") : read(path, text);
    }

    private static boolean saysNothing(String text) {
        return text.lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---") || line.equals("null"));
    }

    private static JsonNode tree(Path path, String text) throws KubeconfigException {
        try {
            Iterator<Node> documents = YamlNodes.of(text);
            if (!documents.hasNext()) {
                throw problem(
                        path, Texts.of("KubeconfigFile.isEmpty"), Texts.of("KubeconfigFile.aKubeconfigHasClusters"));
            }
            JsonNode first = new YamlTree().json(documents.next());
            if (documents.hasNext()) {
                throw problem(
                        path,
                        Texts.of("KubeconfigFile.holdsASecondDocument", YamlNodes.line(documents.next())),
                        Texts.of("KubeconfigFile.keepOneAKubeconfig"));
            }
            return first;
        } catch (YamlFlaw e) {
            throw problem(path, String.valueOf(e.getMessage()), e.advice());
        } catch (YamlEngineException e) {
            YamlFlaw flaw = ParserFlaws.of(text, e);
            throw problem(
                    path,
                    Texts.of(
                            "KubeconfigFile.isNotValidYamlAt",
                            flaw.line(),
                            flaw.column(),
                            flaw.problem().replaceFirst("\\.$", "")),
                    Texts.of("KubeconfigFile.correctItThereOrWrite"));
        }
    }

    private static String text(Path path) throws KubeconfigException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(RegularFile.read(path, LARGEST)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem(path, Texts.of("KubeconfigFile.isNotTextInUtf"), AGAIN);
        } catch (RegularFile.Refused e) {
            throw problem(path, e.why(), Texts.of("KubeconfigFile.giveThePathOfTheKubeconfig"));
        }
    }

    static KubeconfigException problem(Path path, String what, String cure) {
        return new KubeconfigException(path + ": " + what + ". " + cure);
    }
}
