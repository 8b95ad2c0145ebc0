// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Types have the names that {@code releng/docs/glossary.md} lets them have. */
class GlossaryTest {
    /** The first cell of a row of the table of names that are not used. */
    private static final Pattern BANNED = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    private static final Pattern NESTED =
            Pattern.compile("(?m)^ +(?:(?:public|private|protected|static|final|sealed|non-sealed|abstract)"
                    + " )*(?:class|record|interface|enum) (\\w+)");

    private static final Set<String> MEANINGLESS = Set.of(
            ("Again Board Desk Face Fields Known Odds Outlet Owners Patience Pulse Quotients Remark Said Seats Sight"
                            + " Spoken Stage Strip Touch Touched Trail Unborn Want Wants Wish")
                    .split(" "));

    @Test
    void noTypeHasANameThatTheGlossaryRulesOut() throws IOException {
        Set<String> banned = banned();
        assertTrue(banned.contains("Stage"), "the table of names that are not used is not found in the glossary");

        assertEquals(
                List.of(),
                types().filter(path -> banned.contains(name(path))).toList(),
                "releng/docs/glossary.md says what to call them instead");
    }

    /** Most short names are clear where they stand inside another type. These say nothing there either. */
    @Test
    void noTypeInsideAnotherIsCalledByAWordOfNoMeaning() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path path : types().toList()) {
            NESTED.matcher(Files.readString(Checkout.root().resolve(path)))
                    .results()
                    .map((MatchResult type) -> type.group(1))
                    .filter(MEANINGLESS::contains)
                    .forEach(type -> found.add(name(path) + "." + type));
        }
        assertEquals(List.of(), found);
    }

    private static Set<String> banned() throws IOException {
        String glossary = Files.readString(Checkout.root().resolve("releng/docs/glossary.md"));
        return BANNED.matcher(glossary)
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files of all types outside other types, in all bundles, below the root. */
    private static Stream<Path> types() throws IOException {
        Path bundles = Checkout.root().resolve("bundles");
        List<Path> sources = new ArrayList<>();
        for (Path bundle : Checkout.children(bundles)) {
            Path source = bundle.resolve("src");
            if (Files.isDirectory(source)) {
                try (Stream<Path> files = Files.walk(source)) {
                    files.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources.stream().map(Checkout.root()::relativize);
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
