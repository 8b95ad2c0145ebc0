// SPDX-License-Identifier: Apache-2.0
package podium.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import podium.launcher.texts.Texts;

/**
 * What the operator asked for on the command line.
 *
 * @param kubeconfig the file whose cluster is to be opened
 * @param context the context in it, or where no file is named in those that kubectl reads; empty for the current one of the file
 * @param fleet the scenario to simulate; empty for none. Where nothing at all is asked for, what was open last is opened
 * @param screenshot where to write a picture of the live console before ending
 */
public record Arguments(
        Optional<Path> kubeconfig, Optional<String> context, Optional<String> fleet, Optional<Path> screenshot) {

    /** How to call the console. */
    public static final String USAGE = Texts.of("Arguments.usage");

    /**
     * Reads the arguments. Those that begin with a single dash belong to the framework and are passed over with
     * their values.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public static Arguments parse(List<String> given) {
        Optional<Path> kubeconfig = Optional.empty();
        Optional<String> context = Optional.empty();
        Optional<String> fleet = Optional.empty();
        Optional<Path> screenshot = Optional.empty();
        ListIterator<String> words = given.listIterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--kubeconfig" -> kubeconfig = Optional.of(Path.of(value(word, words)));
                case "--context" -> context = Optional.of(value(word, words));
                case "--fleet" -> fleet = Optional.of(value(word, words));
                case "--screenshot" -> screenshot = Optional.of(Path.of(value(word, words)));
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException(Texts.of("Arguments.thereIsNoOption", word));
                    }
                }
            }
        }
        return new Arguments(kubeconfig, context, fleet, screenshot);
    }

    private static String value(String option, ListIterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(Texts.of("Arguments.needsAValue", option));
        }
        String value = words.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw new IllegalArgumentException(Texts.of("Arguments.needsAValueNot", option, value));
        }
        return value;
    }
}
