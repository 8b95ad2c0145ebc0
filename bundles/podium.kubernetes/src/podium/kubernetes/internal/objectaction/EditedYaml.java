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
import podium.kubernetes.internal.yaml.BareKey;
import podium.kubernetes.internal.yaml.DeepYamlException;
import podium.kubernetes.internal.yaml.YamlFlaw;
import podium.kubernetes.internal.yaml.YamlNodes;
import podium.kubernetes.internal.yaml.YamlTree;
import podium.kubernetes.texts.Texts;
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
            told(
                    "cannot start any token",
                    Texts.of("EditedYaml.aValueCannotBegin"),
                    Texts.of("EditedYaml.quoteTheText")),
            told(
                    "mapping values are not allowed",
                    Texts.of("EditedYaml.aColonStandsWhereNoKey"),
                    Texts.of("EditedYaml.putTheTextInQuotes")),
            told(
                    "could not find expected ':'",
                    Texts.of("EditedYaml.aKeyHasNoColon"),
                    Texts.of("EditedYaml.writeItAsName")),
            told(
                    "expected <block end>",
                    Texts.of("EditedYaml.theLineIsNotIndented"),
                    Texts.of("EditedYaml.alignItWithItsNeighbours")),
            told("expected ',' or", Texts.of("EditedYaml.aBracketIsNotClosed"), Texts.of("EditedYaml.closeItOrPart")),
            told("unexpected end of stream", Texts.of("EditedYaml.aQuoteOrABracket"), Texts.of("EditedYaml.closeIt")),
            told(
                    "undefined alias",
                    Texts.of("EditedYaml.anAliasNamesNothing"),
                    Texts.of("EditedYaml.writeTheValueOut")),
            told("escape", Texts.of("EditedYaml.aBackslashInQuotes"), Texts.of("EditedYaml.useSingleQuotesOrDouble")));

    private static String[] told(String... words) {
        return words;
    }

    static EditedYaml read(String text) {
        if (text.length() > LONGEST) {
            return flawed(
                    1, 1, Texts.of("EditedYaml.itIsLongerThanAnyObject"), Texts.of("EditedYaml.takeSomethingOut"));
        }
        try {
            Iterator<Node> all = YamlNodes.of(text);
            if (!all.hasNext()) {
                return flawed(1, 1, Texts.of("EditedYaml.itIsEmpty"), Texts.of("EditedYaml.toDeleteTheObject"));
            }
            Node first = all.next();
            // numbers as a server's answer has them: what is equal there is equal here
            JsonNode object = Trees.read(Trees.write(new YamlTree().json(first)));
            if (all.hasNext()) {
                Node second = all.next();
                return flawed(
                        YamlNodes.line(second),
                        1,
                        Texts.of("EditedYaml.aSecondDocumentBegins"),
                        Texts.of("EditedYaml.editOneObjectAtATime"));
            }
            return object.isObject()
                    ? new EditedYaml(object, Optional.empty())
                    : flawed(
                            YamlNodes.line(first),
                            1,
                            Texts.of("EditedYaml.thisIsNotAnObject"),
                            Texts.of("EditedYaml.itNeedsApiversionAndKind"));
        } catch (YamlFlaw e) {
            return flawed(e.line(), e.column(), e.problem(), e.advice());
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            int line = mark.map(Mark::getLine).orElse(0) + 1;
            int column = mark.map(Mark::getColumn).orElse(0) + 1;
            if (e instanceof DeepYamlException) {
                return flawed(
                        line, column, Texts.of("EditedYaml.itIsNestedToo"), Texts.of("EditedYaml.checkTheBrackets"));
            }
            return BareKey.above(text, line)
                    .map(indent -> said(line - 1, indent + 1, "could not find expected ':'"))
                    .orElseGet(() -> said(line, column, tab(text, line) ? "tab" : String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IOException e) {
            return said(1, 1, "");
        }
    }

    private static boolean tab(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").matches("\\s*\t.*");
    }

    private static EditedYaml said(int line, int column, String parser) {
        if (parser.equals("tab")) {
            return flawed(line, column, Texts.of("EditedYaml.thisLineIsIndented"), Texts.of("EditedYaml.useSpaces"));
        }
        String[] words = WORDS.stream()
                .filter(one -> parser.contains(one[0]))
                .findFirst()
                .orElse(told(
                        "",
                        Texts.of("EditedYaml.notValidYamlFromHere"),
                        Texts.of("EditedYaml.checkQuotesBracketsAndIndentation")));
        return flawed(line, column, words[1], words[2]);
    }

    private static EditedYaml flawed(int line, int column, String problem, String advice) {
        return new EditedYaml(MissingNode.getInstance(), Optional.of(new Flaw(line, column, problem, advice)));
    }
}
