// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.yaml.YamlFlaw;
import podium.kubernetes.internal.yaml.YamlNodes;
import podium.kubernetes.internal.yaml.YamlTree;
import podium.operation.object.ObjectActionCompiler.Flaw;

/**
 * A text that an operator wrote, as one object. What is wrong is said in words of ours with line and column: what a parser says is
 * about its states, and no operator's business.
 *
 * @param object a missing node where there is a flaw
 */
record EditedYaml(JsonNode object, Optional<Flaw> flaw) {
    /** etcd takes no object over 1.5 MiB. */
    private static final int LONGEST = 4 << 20;

    /** What the parser's messages begin with or hold, and what an operator is told. */
    private static final List<String[]> WORDS = List.of(
            told("cannot start any token", "A value cannot begin with this character.", "Put the text in quotes."),
            told(
                    "mapping values are not allowed",
                    "A colon stands where no key can be.",
                    "Put the text in quotes, or indent the line as its neighbours."),
            told("could not find expected ':'", "A key has no colon.", "Write it as name: value."),
            told(
                    "expected <block end>",
                    "The line is not indented like those above it.",
                    "Align it with its neighbours."),
            told("expected ',' or", "A bracket is not closed.", "Close it, or part the values by commas."),
            told("unexpected end of stream", "A quote or a bracket is opened and never closed.", "Close it."),
            told("undefined alias", "An alias (*) names nothing.", "Write the value out."),
            told("nested deeper", "It is nested too deep.", "Check the brackets."),
            told(
                    "escape",
                    "A backslash in quotes is followed by the wrong character.",
                    "Use single quotes, or double the backslash."));

    private static String[] told(String... words) {
        return words;
    }

    static EditedYaml read(String text) {
        if (text.length() > LONGEST) {
            return flawed(1, 1, "It is longer than any object may be.", "Take something out.");
        }
        try {
            Iterator<Node> all = YamlNodes.of(text);
            if (!all.hasNext()) {
                return flawed(1, 1, "It is empty.", "To delete the object, use Delete.");
            }
            Node first = all.next();
            // numbers as a server's answer has them: what is equal there is equal here
            JsonNode object = Trees.read(Trees.write(new YamlTree().json(first)));
            if (all.hasNext()) {
                Node second = all.next();
                return flawed(
                        YamlNodes.line(second), 1, "A second document begins here.", "Edit one object at a time.");
            }
            return object.isObject()
                    ? new EditedYaml(object, Optional.empty())
                    : flawed(YamlNodes.line(first), 1, "This is not an object.", "It needs apiVersion and kind.");
        } catch (YamlFlaw e) {
            return flawed(e.line(), e.column(), e.problem(), e.advice());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            return said(line, column, tab(text, line) ? "tab" : String.valueOf(e.getProblem()));
        } catch (YamlEngineException | IOException e) {
            return said(1, 1, "");
        }
    }

    private static boolean tab(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").matches("\\s*\t.*");
    }

    private static EditedYaml said(int line, int column, String parser) {
        if (parser.equals("tab")) {
            return flawed(line, column, "This line is indented with a tab.", "Use spaces.");
        }
        String[] words = WORDS.stream()
                .filter(one -> parser.contains(one[0]))
                .findFirst()
                .orElse(told("", "Not valid YAML from here on.", "Check quotes, brackets and indentation."));
        return flawed(line, column, words[1], words[2]);
    }

    private static EditedYaml flawed(int line, int column, String problem, String advice) {
        return new EditedYaml(MissingNode.getInstance(), Optional.of(new Flaw(line, column, problem, advice)));
    }
}
