// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Puts into the test report which rule held on which server: {@code target/server-matrix.md}, and a line of sums on the console.
 * For tests that run on the simulator and, where one is at hand, on a real control plane: a class that is run once per server, whose
 * display name is then the server's, or a pair of classes named {@code Simulated...} and {@code Real...}. Any thread.
 */
public final class ServerMatrix implements TestWatcher {
    /** Where the report lies, from the folder of the test bundle. */
    public static final Path REPORT = Path.of("target", "server-matrix.md");

    /** The servers: columns of the matrix. */
    public enum Server {
        SIMULATOR("simulator"),
        REAL("kube-apiserver");

        private final String title;

        Server(String title) {
            this.title = title;
        }

        static Optional<Server> of(String text) {
            String start = text.toLowerCase(Locale.ROOT);
            return start.startsWith("simulat")
                    ? Optional.of(SIMULATOR)
                    : start.startsWith("real") || start.startsWith("kube-apiserver")
                            ? Optional.of(REAL)
                            : Optional.empty();
        }
    }

    /** What became of a rule on a server; the worst counts when it was tried more than once. */
    public enum Outcome {
        HELD("yes"),
        SKIPPED("skipped"),
        BROKEN("NO");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    /** The rows of one run; written when the run ends. */
    public static final class Rows implements AutoCloseable {
        private final Map<String, Map<Server, Outcome>> rows = new TreeMap<>();
        private final Path file;
        private final PrintStream out;

        public Rows(Path file, PrintStream out) {
            this.file = file;
            this.out = out;
        }

        public synchronized void add(String rule, Server server, Outcome outcome) {
            rows.computeIfAbsent(rule, _ -> new EnumMap<>(Server.class))
                    .merge(server, outcome, (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }

        /** Sums in one line. */
        public synchronized String sums() {
            StringBuilder line = new StringBuilder(rows.size() + " rules");
            for (Server server : Server.values()) {
                line.append("; ").append(server.title).append(": ");
                for (Outcome outcome : Outcome.values()) {
                    long count = rows.values().stream()
                            .filter(row -> row.get(server) == outcome)
                            .count();
                    if (count > 0 || outcome == Outcome.HELD) {
                        line.append(outcome == Outcome.HELD ? "" : ", ")
                                .append(count)
                                .append(' ')
                                .append(outcome.word);
                    }
                }
            }
            return line.toString();
        }

        /** The table as Markdown; what was not tried on a server is a dash. */
        public synchronized String table() {
            StringBuilder text =
                    new StringBuilder("# Rules by server\n\n").append(sums()).append(".\n\n| rule |");
            for (Server server : Server.values()) {
                text.append(' ').append(server.title).append(" |");
            }
            text.append("\n|---|---|---|\n");
            rows.forEach((rule, outcomes) -> {
                text.append("| ").append(rule).append(" |");
                for (Server server : Server.values()) {
                    Outcome outcome = outcomes.get(server);
                    text.append(' ')
                            .append(outcome == null ? "-" : outcome.word)
                            .append(" |");
                }
                text.append('\n');
            });
            return text.toString();
        }

        @Override
        public void close() {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, table());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.println("Rules by server: " + sums() + " (" + file + ")");
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, Outcome.HELD);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        note(context, Outcome.SKIPPED);
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        note(context, Outcome.SKIPPED);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        note(context, Outcome.BROKEN);
    }

    private static void note(ExtensionContext context, Outcome outcome) {
        Rows rows = context.getRoot()
                .getStore(Namespace.create(ServerMatrix.class))
                .getOrComputeIfAbsent(Rows.class, _ -> new Rows(REPORT, System.out), Rows.class);
        server(context).ifPresent(server -> rows.add(rule(context), server, outcome));
    }

    private static Optional<Server> server(ExtensionContext context) {
        Optional<Server> named = Server.of(context.getRequiredTestClass().getSimpleName());
        for (Optional<ExtensionContext> at = context.getParent();
                named.isEmpty() && at.isPresent();
                at = at.get().getParent()) {
            named = Server.of(at.get().getDisplayName().replaceFirst("^\\[\\d+]\\s*", ""));
        }
        return named;
    }

    private static String rule(ExtensionContext context) {
        String group = context.getRequiredTestClass().getSimpleName().replaceFirst("^(Simulated|Real)", "");
        String name = context.getRequiredTestMethod().getName();
        String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
        boolean several = context.getDisplayName().startsWith("[");
        return group.replaceFirst("Test$", "") + ": " + words + (several ? " " + context.getDisplayName() : "");
    }
}
