// SPDX-License-Identifier: Apache-2.0
package podium.core.shell;

import java.util.List;
import java.util.stream.Collectors;
import podium.core.texts.Texts;

/**
 * What is to run in a container, with a terminal.
 *
 * @param namespace of the pod
 * @param pod its name
 * @param container its name
 * @param words program and arguments; empty: what the container runs already, which is attached to
 */
public record ShellCommand(String namespace, String pod, String container, List<String> words) {
    private static final String SHELL = "command -v bash >/dev/null && exec bash || exec sh";

    public ShellCommand {
        words = List.copyOf(words);
    }

    /** The best shell that the container has. */
    public static ShellCommand shell(String namespace, String pod, String container) {
        return new ShellCommand(namespace, pod, container, List.of("sh", "-c", SHELL));
    }

    /** The same container, with a line for its shell. */
    public ShellCommand line(String line) {
        return new ShellCommand(namespace, pod, container, List.of("sh", "-c", line));
    }

    /** What an operator reads of it. */
    public String title() {
        if (words.isEmpty()) {
            return Texts.of("ShellCommand.attach");
        }
        String last = words.getLast();
        return words.size() == 3 && words.get(1).equals("-c")
                ? last.equals(SHELL) ? Texts.of("ShellCommand.shell") : last
                : String.join(" ", words);
    }

    /** The same with kubectl. */
    public String kubectl() {
        String where = "-n " + namespace + " " + pod + " -c " + container;
        return words.isEmpty()
                ? "kubectl attach -it " + where
                : "kubectl exec -it " + where + " -- "
                        + words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
