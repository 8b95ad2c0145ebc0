// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The documents of a YAML text as nodes that know their lines. */
public final class YamlNodes {
    /** What they stand for is counted by who resolves them. */
    private static final int MOST_ALIASES = 10_000;

    /** Of a word without quotes and without a tag: what it is, is for {@link Scalars} to say. */
    static final Tag PLAIN = new Tag("plain");

    /** Leaves words as they are written: a tag that stands before one is known from none. */
    private static final FailsafeSchema AS_WRITTEN = new FailsafeSchema() {
        @Override
        public ScalarResolver getScalarResolver() {
            return (value, plain) -> plain ? PLAIN : Tag.STR;
        }
    };

    private YamlNodes() {}

    /**
     * The documents, each read when it is asked for; asking throws
     * {@link org.snakeyaml.engine.v2.exceptions.YamlEngineException} where the text is no YAML or nested too deep.
     */
    public static Iterator<Node> of(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(AS_WRITTEN)
                .setCodePointLimit(Integer.MAX_VALUE)
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(MOST_ALIASES)
                // all at once: with a smaller buffer the time for one long line grows with its square
                .setBufferSize(text.length() + 1)
                .build();
        return new Composer(settings, new ShallowParser(new ParserImpl(settings, new StreamReader(settings, text))));
    }

    /** The line a node begins in, from 1. */
    public static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** The line of the field of a path, in which the places of lists stand as {@code [0]}; 0: it is not written there. */
    public static int line(Node node, List<String> path) {
        if (path.isEmpty()) {
            return line(node);
        }
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        if (node instanceof SequenceNode list) {
            return line(list.getValue().get(Integer.parseInt(name.substring(1, name.length() - 1))), rest);
        }
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(it -> it.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .findFirst()
                        .map(it -> rest.isEmpty() ? line(it.getKeyNode()) : line(it.getValueNode(), rest))
                        .orElse(0)
                : 0;
    }

    /** The column a node begins in, from 1. */
    public static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
