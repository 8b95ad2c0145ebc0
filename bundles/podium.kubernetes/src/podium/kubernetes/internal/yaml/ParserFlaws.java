// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import podium.kubernetes.texts.Texts;

/**
 * What the parser says of a text that is no YAML, in words of ours and at the line to correct: a parser speaks of its states, and blames
 * the line in which it could not go on, which comes after the one where a bracket, a quote or a colon is missing.
 */
public final class ParserFlaws {
    private final List<String> lines;
    private final String problem;
    private final String context;
    private final int line;
    private final int column;
    private final int begun;
    private final int begunColumn;

    private ParserFlaws(String text, MarkedYamlEngineException e) {
        lines = text.lines().toList();
        problem = String.valueOf(e.getProblem());
        context = String.valueOf(e.getContext());
        Optional<Mark> at = e.getProblemMark().or(e::getContextMark);
        line = at.map(Mark::getLine).orElse(0) + 1;
        column = at.map(Mark::getColumn).orElse(0) + 1;
        begun = e.getContextMark().map(Mark::getLine).orElse(line - 1) + 1;
        begunColumn = e.getContextMark().map(Mark::getColumn).orElse(column - 1) + 1;
    }

    /** The flaw of a text that the parser could not read. */
    public static YamlFlaw of(String text, YamlEngineException thrown) {
        if (!(thrown instanceof MarkedYamlEngineException e)) {
            return unmarked(text, thrown);
        }
        ParserFlaws said = new ParserFlaws(text, e);
        if (e instanceof DeepYamlException) {
            return said.here(said.problem, Texts.of("ParserFlaws.checkTheBrackets"));
        }
        return BareKey.above(text, said.line)
                .map(indent -> at(
                        said.line - 1,
                        indent + 1,
                        Texts.of("ParserFlaws.aKeyHasNoColon"),
                        Texts.of("ParserFlaws.writeItAsName")))
                .orElseGet(said::flaw);
    }

    private static YamlFlaw unmarked(String text, YamlEngineException thrown) {
        if (thrown instanceof ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            return at(
                    (int) before.chars().filter(it -> it == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'),
                    Texts.of("ParserFlaws.characterIsNotAllowed", "%04X".formatted(e.getCodePoint())),
                    Texts.of("ParserFlaws.takeItOut"));
        }
        return at(
                1,
                1,
                Texts.of("ParserFlaws.notValidYamlFromHere"),
                Texts.of("ParserFlaws.checkQuotesBracketsAndIndentation"));
    }

    private YamlFlaw flaw() {
        if (problem.contains("'\\t(TAB)'")) {
            return here(Texts.of("ParserFlaws.thisLineIsIndented"), Texts.of("ParserFlaws.useSpaces"));
        }
        if (problem.contains("expected ',' or")) {
            return bracket();
        }
        if (problem.contains("could not find expected ':'")) {
            return bare();
        }
        if (problem.contains("mapping values are not allowed")) {
            return colon();
        }
        if (problem.contains("sequence entries are not allowed")) {
            return here(Texts.of("ParserFlaws.aListBeginsBesideItsKey"), Texts.of("ParserFlaws.beginItBelow"));
        }
        if (problem.contains("unexpected end of stream")) {
            return at(begun, begunColumn, Texts.of("ParserFlaws.theQuoteIsNotClosed"), Texts.of("ParserFlaws.closeIt"));
        }
        if (problem.contains("escape")) {
            return here(Texts.of("ParserFlaws.aBackslashInQuotes"), Texts.of("ParserFlaws.useSingleQuotesOrDouble"));
        }
        if (context.contains("block scalar")) {
            return here(Texts.of("ParserFlaws.textFollowsTheSign"), Texts.of("ParserFlaws.beginItIndented"));
        }
        if (problem.contains("undefined alias") || context.contains("scanning an alias")) {
            return here(Texts.of("ParserFlaws.anAliasNamesNothing"), Texts.of("ParserFlaws.writeTheValueOut"));
        }
        if (problem.endsWith("found ']'") || problem.endsWith("found '}'")) {
            return here(
                    Texts.of("ParserFlaws.noneIsOpen", sign(line, column)), Texts.of("ParserFlaws.takeItOutOrOpenIt"));
        }
        return problem.contains("expected <block end>") ? among() : begins();
    }

    /** An open bracket is missed far below it; in a list over many lines it may as well be a comma that is missing. */
    private YamlFlaw bracket() {
        if (problem.contains("<stream end>")) {
            return at(
                    begun,
                    begunColumn,
                    Texts.of("ParserFlaws.theBracketIsNeverClosed", sign(begun, begunColumn)),
                    Texts.of("ParserFlaws.closeIt"));
        }
        String closing = problem.contains("']'") ? "]" : "}";
        String there = begun > lines.size()
                ? ""
                : lines.get(begun - 1).replaceFirst("\\s#.*", "").strip();
        boolean overMany = there.endsWith(sign(begun, begunColumn)) || there.endsWith(",");
        return begun == line || overMany && line <= lines.size()
                ? here(Texts.of("ParserFlaws.aCommaIsMissing", closing, begun), Texts.of("ParserFlaws.closeItOrPart"))
                : at(
                        begun,
                        begunColumn,
                        closing.equals("]")
                                ? Texts.of("ParserFlaws.theListIsNotClosed", line)
                                : Texts.of("ParserFlaws.theMappingIsNotClosed", line),
                        Texts.of("ParserFlaws.closeItBy", closing));
    }

    private YamlFlaw bare() {
        String there = begun > lines.size() ? "" : lines.get(begun - 1).strip();
        if (there.matches("-[^\\s-].*")) {
            return at(begun, begunColumn, Texts.of("ParserFlaws.aDashHasNoSpace"), Texts.of("ParserFlaws.writeADash"));
        }
        return at(
                begun,
                begunColumn,
                there.matches("[^\\s:]+:\\S.*")
                        ? Texts.of("ParserFlaws.aColonHasNoSpace")
                        : Texts.of("ParserFlaws.aKeyHasNoColon"),
                Texts.of("ParserFlaws.writeItAsName"));
    }

    private YamlFlaw colon() {
        String before = line > lines.size() ? "" : lines.get(line - 1).substring(0, column - 1);
        String above = line < 2 ? "" : lines.get(line - 2);
        boolean first = !before.matches(".*:\\s.*");
        if (first && indent(above) < indent(before) && !above.isBlank()) {
            return above.matches("[^:]*") && !above.startsWith("---")
                    ? at(
                            line - 1,
                            indent(above) + 1,
                            Texts.of("ParserFlaws.aKeyHasNoColon"),
                            Texts.of("ParserFlaws.writeItAsName"))
                    : here(Texts.of("ParserFlaws.theLineIsIndentedTooFar"), Texts.of("ParserFlaws.alignIt"));
        }
        return here(
                first ? Texts.of("ParserFlaws.aColonStandsWhereNoKey") : Texts.of("ParserFlaws.aSecondColon"),
                Texts.of("ParserFlaws.putTheTextInQuotes"));
    }

    /** A dash or a key where the others are not such, words after a quote, or one indented like none of them. */
    private YamlFlaw among() {
        String quote = column > 1 ? sign(line, before()) : "";
        if (quote.matches("[\"']")) {
            int opened = opened(quote);
            return opened == line
                    ? here(Texts.of("ParserFlaws.textFollowsAQuote"), Texts.of("ParserFlaws.quoteAllOfIt"))
                    : at(
                            opened,
                            lines.get(opened - 1).lastIndexOf(quote) + 1,
                            Texts.of("ParserFlaws.theQuoteIsClosedIn", line),
                            Texts.of("ParserFlaws.closeIt"));
        }
        boolean aligned = indent(lines.get(Math.min(line, lines.size()) - 1)) == begunColumn - 1;
        if (problem.endsWith("found '-'")) {
            return here(Texts.of("ParserFlaws.aDashAmongKeys"), Texts.of("ParserFlaws.takeTheDashOut"));
        }
        return aligned && context.contains("collection")
                ? here(Texts.of("ParserFlaws.aKeyAmongEntries"), Texts.of("ParserFlaws.putADashBefore"))
                : here(Texts.of("ParserFlaws.theLineIsNotIndented"), Texts.of("ParserFlaws.alignItWithItsNeighbours"));
    }

    private YamlFlaw begins() {
        if (problem.contains("<stream end>")) {
            for (int at = lines.size(); at > 0; at--) {
                int open = Math.max(
                        lines.get(at - 1).lastIndexOf('['), lines.get(at - 1).lastIndexOf('{'));
                if (open >= 0) {
                    return at(
                            at,
                            open + 1,
                            Texts.of("ParserFlaws.theBracketIsNeverClosed", sign(at, open + 1)),
                            Texts.of("ParserFlaws.closeIt"));
                }
            }
        }
        String sign = sign(line, context.contains("anchor") ? begunColumn : column);
        return sign.matches("[^\\s\\w\"'-]")
                ? here(Texts.of("ParserFlaws.nothingBeginsWith", sign), Texts.of("ParserFlaws.quoteTheText"))
                : here(
                        Texts.of("ParserFlaws.notValidYamlFromHere"),
                        Texts.of("ParserFlaws.checkQuotesBracketsAndIndentation"));
    }

    /** The column of what stands before the blamed one, from 1; 0: nothing does. */
    private int before() {
        return lines.get(line - 1).substring(0, column - 1).stripTrailing().length();
    }

    /** The line in which the quote begins that is closed before the blamed place. */
    private int opened(String quote) {
        int at = line;
        String words = lines.get(at - 1).substring(0, before() - 1);
        while (!words.contains(quote) && at > 1) {
            at--;
            words = lines.get(at - 1);
        }
        return at;
    }

    private String sign(int inLine, int inColumn) {
        String words = inLine > lines.size() ? "" : lines.get(inLine - 1);
        return inColumn < 1 || inColumn > words.length() ? "" : words.substring(inColumn - 1, inColumn);
    }

    private static int indent(String words) {
        return words.length() - words.stripLeading().length();
    }

    private YamlFlaw here(String what, String advice) {
        return at(line, column, what, advice);
    }

    private static YamlFlaw at(int inLine, int inColumn, String what, String advice) {
        return new YamlFlaw(inLine, inColumn, what, what, advice);
    }
}
