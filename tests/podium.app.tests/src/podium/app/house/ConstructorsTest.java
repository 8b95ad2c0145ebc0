// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is made for the side effect of its constructor: what begins to listen, to show or to run says so by a method with a name.
 * Widgets of SWT are children of their parents, which is all that a separator is made for.
 */
class ConstructorsTest {
    private static final Pattern MADE = Pattern.compile("[;{}]\\s*new\\s+([\\w.]+)\\s*(?:<[^;()]*>)?\\(");

    private static final Pattern PART = Pattern.compile("@Inject\\s+public (\\w+Part)\\(([^)]*)\\)");

    /** Most collaborators of a part. */
    private static final int HANDFUL = 6;

    /** A character in quotes, which may be a bracket. */
    private static final Pattern CHARACTER = Pattern.compile("'(?:[^'\\\\]|\\\\[^\\n])+'");

    @Test
    void nothingIsMadeForTheSideEffectOfItsConstructor() {
        List<String> found = new ArrayList<>();
        Sources.all().forEach(bundle -> bundle.files().forEach(file -> dropped(file).stream()
                .filter(type -> !file.text().contains("import org.eclipse.swt.widgets." + type + ";"))
                .forEach(type -> found.add(file + " drops a new " + type))));
        assertEquals(List.of(), found);
    }

    /** What a part wires comes to it in a handful, besides where it is put and what it is in the model of the window. */
    @Test
    void aPartIsMadeOfAHandful() {
        List<String> found = new ArrayList<>();
        Set<String> parts = new TreeSet<>();
        Sources.all().forEach(bundle -> bundle.files().forEach(file -> {
            Matcher part = PART.matcher(file.code());
            while (part.find()) {
                parts.add(part.group(1));
                long others = Stream.of(part.group(2).split(","))
                        .filter(one -> !one.strip().matches("(?:Composite|MPart) \\w+"))
                        .count();
                if (others > HANDFUL) {
                    found.add(file + " takes " + others);
                }
            }
        }));
        assertEquals(List.of(), found);
        assertTrue(
                parts.containsAll(List.of("TopologyPart", "JobsPart", "ObjectsPart", "DetailsPart")), parts::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ new Bar(parent); }                 | Bar",
                "a(); new a.b.Bar<>(x(y), ')') ;      | a.b.Bar",
                "{ new Bar(new Foo(1), () -> { }); }  | Bar",
                "{ new Bar(parent).attach(); }        | ''",
                "{ Bar bar = new Bar(parent); }       | ''",
                "{ return new Bar(parent); }          | ''",
                "{ new Bar(1), new Bar(2) };          | ''",
                "case 1 -> new Bar(parent);           | ''",
            })
    void aStatementThatOnlyMakesSomethingIsFound(String code, String type) {
        assertEquals(
                type.isEmpty() ? List.of() : List.of(type),
                dropped(new Sources.Source("podium", "Example", code)),
                code);
    }

    /** The types of which one is made by a statement that does nothing else. */
    private static List<String> dropped(Sources.Source file) {
        String code = CHARACTER.matcher(file.code()).replaceAll("' '");
        List<String> types = new ArrayList<>();
        Matcher made = MADE.matcher(code);
        while (made.find()) {
            if (code.substring(closed(code, made.end())).stripLeading().startsWith(";")) {
                types.add(made.group(1));
            }
        }
        return types;
    }

    /** The place after the bracket that closes one that stands before this place. */
    private static int closed(String code, int from) {
        int open = 1;
        int at = from;
        while (open > 0 && at < code.length()) {
            char c = code.charAt(at++);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return at;
    }
}
