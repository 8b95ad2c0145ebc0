// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No failure in the background is lost, and none is told in the language of programmers. */
class FailuresReachTheOperatorTest {
    /** A task that is repeated ends for good, and silently, with the first failure that it lets out. */
    private static final Pattern REPEATED =
            Pattern.compile("schedule(?:WithFixedDelay|AtFixedRate)\\(\\s*+(?!(?:Defects\\.)?guarded\\()");

    /** A future that nobody looks at keeps its failure to itself. */
    private static final Pattern UNSEEN = Pattern.compile("(?m)^\\s*\\w+\\.submit\\(\\s*\\(\\) ->");

    /** The name of a class, or all of an exception, as part of a text. */
    private static final Pattern JARGON = Pattern.compile("\\+ (?:e|failure|cause)(?:\\)| \\+)"
            + "|\\b(?:e|failure|cause|problem)\\.getClass\\(\\)\\.getSimpleName\\(\\)"
            + "|\\b(?:e|problem|failure|cause)\\.toString\\(\\)");

    /** What makes words of failures, and what is not for the operator. */
    private static final Set<String> WORDS =
            Set.of("FailureText.java", "TransportFailureText.java", "CelEnvironment.java");

    private static List<String> found(Pattern pattern, Set<String> but) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Checkout.root().resolve("bundles"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")
                            && path.toString().contains("/src/")
                            && !path.toString().contains("/podium.simulator/")
                            && !but.contains(path.getFileName().toString()))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                Matcher matcher = pattern.matcher(text);
                while (matcher.find()) {
                    long line = text.substring(0, matcher.start()).lines().count() + 1;
                    found.add(file.getFileName() + ":" + line + " "
                            + matcher.group().strip());
                }
            }
        }
        return found;
    }

    @Test
    void whatIsRepeatedIsGuarded() throws IOException {
        assertEquals(List.of(), found(REPEATED, Set.of()));
    }

    @Test
    void noFutureIsThrownAway() throws IOException {
        assertEquals(List.of(), found(UNSEEN, Set.of()));
    }

    @Test
    void noExceptionIsQuotedAsAProgrammerWould() throws IOException {
        assertEquals(List.of(), found(JARGON, WORDS));
    }
}
