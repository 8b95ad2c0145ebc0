// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The documents of a YAML text as nodes that know their lines. */
public final class YamlNodes {
    /** What they stand for is counted by who resolves them. */
    private static final int MOST_ALIASES = 10_000;

    private YamlNodes() {}

    /**
     * The documents, each read when it is asked for; asking throws
     * {@link org.snakeyaml.engine.v2.exceptions.YamlEngineException} where the text is no YAML or nested too deep.
     */
    public static Iterator<Node> of(String text) {
        LoadSettings settings = LoadSettings.builder()
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

    /** The column a node begins in, from 1. */
    public static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
