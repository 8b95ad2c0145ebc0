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

/** Words that are not our own get onto widgets through {@code podium.ui.toolkit.WidgetText} only, which cleans them (R10). */
class SinksTest {
    /** A widget is given what is no literal. */
    private static final Pattern SINK = Pattern.compile(
            "(\\w*)\\)?\\.(?:setText|setToolTipText)\\((?!\\s*(?:\"(?:[^\"\\\\]|\\\\.)*\"|[A-Z_]+|Texts\\.of\\(\\s*\"[^\"]*\"\\))\\s*\\))");

    /** Fields to write in, which show what is in them as it is, and know no keys; what is shown in them is cleaned there. */
    private static final Set<String> FIELDS = Set.of(
            "FilterField.java text",
            "RulesDialog.java text",
            "PurposesDialog.java own",
            "PurposesDialog.java podium",
            "InputPromptDialog.java text",
            "HelpDialog.java text",
            "IconLines.java text",
            "FieldProposals.java field",
            "SubmitDialog.java field",
            "SubmitDialog.java namespace",
            "SubmitDialog.java text",
            "ImpersonationDialog.java text",
            "PathDialog.java field",
            "DiffView.java side",
            "ConflictValues.java base",
            "ConflictValues.java ours",
            "ConflictValues.java theirs",
            "YamlDialog.java text",
            "YamlView.java text",
            "ChoiceField.java combo",
            "PaintedWords.java layout",
            "StartupNotice.java bounds",
            "CommandLine.java field",
            "WrappedText.java text");

    @Test
    void wordsGetOntoWidgetsOneWayOnly() throws IOException {
        List<String> others = new ArrayList<>();
        for (String bundle : List.of("podium.ui", "podium.ui.topology", "podium.app")) {
            try (Stream<Path> files = Files.walk(
                    Checkout.root().resolve("bundles").resolve(bundle).resolve("src"))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !path.endsWith("toolkit/WidgetText.java"))
                        .toList()) {
                    Matcher sinks = SINK.matcher(Files.readString(file));
                    while (sinks.find()) {
                        String sink = file.getFileName() + " " + sinks.group(1);
                        if (!FIELDS.contains(sink)) {
                            others.add(sink);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), others, "use podium.ui.toolkit.WidgetText");
    }
}
