// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import podium.simulator.internal.json.Json;

/** The programs of a simulated container, with as much of each as an operator types when in haste. */
final class ShellPrograms {
    private static final Set<String> OWN = Set.of(
            "cat",
            "cd",
            "clear",
            "date",
            "echo",
            "env",
            "false",
            "grep",
            "head",
            "hostname",
            "id",
            "printenv",
            "pwd",
            "sleep",
            "stty",
            "tail",
            "true",
            "uname",
            "wc",
            "whoami");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonNode pod;
    private final ContainerTools tools;
    private final ContainerFiles files;
    private final Map<String, String> variables;
    private final Clock clock;

    /** @param clock the time that the fleet has */
    ShellPrograms(
            JsonNode pod, ContainerTools tools, ContainerFiles files, Map<String, String> variables, Clock clock) {
        this.files = files;
        this.pod = pod;
        this.tools = tools;
        this.variables = variables;
        this.clock = clock;
    }

    boolean knows(String name) {
        return OWN.contains(name)
                || FilePrograms.NAMES.contains(name)
                || tools.run(pod, name, List.of()).isPresent();
    }

    /** Runs one: its exit code. */
    int run(String name, List<String> arguments, ShellConsole console) throws IOException, InterruptedException {
        if (FilePrograms.NAMES.contains(name)) {
            return new FilePrograms(files).run(name, arguments, console);
        }
        switch (name) {
            case "cat", "tail", "head", "wc", "grep" -> {
                return filter(name, arguments, console);
            }
            case "sleep" -> {
                double seconds = Double.parseDouble("0" + (arguments.isEmpty() ? "" : arguments.getFirst()));
                // nothing comes: only an interrupt ends it early
                new CountDownLatch(1).await((long) (1000 * seconds), TimeUnit.MILLISECONDS);
                return 0;
            }
            case "false" -> {
                return 1;
            }
            default -> {
                print(console, own(name, arguments, console));
                return 0;
            }
        }
    }

    private String own(String name, List<String> arguments, ShellConsole console) {
        return switch (name) {
            case "cd", "true" -> "";
            case "clear" -> "\u001b[H\u001b[2J\u001b[3J";
            case "date" -> DATE.format(clock.instant()) + "\n";
            case "echo" -> String.join(" ", arguments) + "\n";
            case "env", "printenv" ->
                arguments.isEmpty()
                        ? variables.entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("?"))
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .collect(Collectors.joining())
                        : variables.getOrDefault(arguments.getFirst(), "") + "\n";
            case "hostname" -> Json.name(pod) + "\n";
            case "id" -> "uid=0(root) gid=0(root) groups=0(root)\n";
            case "pwd" -> "/\n";
            case "stty" -> console.window().rows() + " " + console.window().columns() + "\n";
            case "uname" ->
                "Linux" + (arguments.contains("-a") ? " " + Json.name(pod) + " 6.8.0-90-generic x86_64 GNU/Linux" : "")
                        + "\n";
            case "whoami" -> "root\n";
            default -> tools.run(pod, name, arguments).orElse("");
        };
    }

    private int filter(String name, List<String> arguments, ShellConsole console) throws IOException {
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        if (name.equals("head") && arguments.size() == 2 && arguments.getFirst().equals("-c")) {
            byte[] bytes = console.in().readNBytes(Integer.parseInt(arguments.getLast()));
            console.out().write(bytes);
            return 0;
        }
        if (name.equals("cat")) {
            return cat(words, console);
        }
        List<String> lines = new String(console.in().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int count = count(arguments);
        List<String> kept =
                switch (name) {
                    case "head" -> lines.subList(0, Math.min(count, lines.size()));
                    case "tail" -> lines.subList(Math.max(0, lines.size() - count), lines.size());
                    case "wc" -> List.of(Integer.toString(lines.size()));
                    default -> grep(arguments, words, lines);
                };
        print(console, kept.stream().map(line -> line + "\n").collect(Collectors.joining()));
        return name.equals("grep") && kept.isEmpty() ? 1 : 0;
    }

    private int cat(List<String> paths, ShellConsole console) throws IOException {
        for (String path : paths) {
            Optional<byte[]> bytes = files.file(path);
            if (bytes.isEmpty()) {
                console.err()
                        .write(("cat: " + path + ": No such file or directory\n").getBytes(StandardCharsets.UTF_8));
                return 1;
            }
            console.out().write(bytes.get());
        }
        if (!paths.isEmpty()) {
            return 0;
        }
        InputStream in = console.in();
        byte[] some = new byte[8192];
        for (int read = in.read(some, 0, some.length); read >= 0; read = in.read(some, 0, some.length)) {
            console.out().write(some, 0, read);
        }
        return 0;
    }

    private static int count(List<String> arguments) {
        Optional<String> number = arguments.stream()
                .map(word -> word.replaceFirst("^-n?", ""))
                .filter(word -> word.matches("\\d{1,6}"))
                .findFirst();
        return number.map(Integer::parseInt).orElse(10);
    }

    private static List<String> grep(List<String> arguments, List<String> words, List<String> lines) {
        boolean any = arguments.stream().anyMatch(word -> word.matches("-\\w*i\\w*"));
        boolean out = arguments.stream().anyMatch(word -> word.matches("-\\w*v\\w*"));
        String wanted = words.isEmpty() ? "" : words.getFirst();
        Pattern pattern;
        try {
            pattern = Pattern.compile(wanted, any ? Pattern.CASE_INSENSITIVE : 0);
        } catch (PatternSyntaxException e) {
            pattern = Pattern.compile(Pattern.quote(wanted));
        }
        Pattern found = pattern;
        return lines.stream().filter(line -> found.matcher(line).find() != out).toList();
    }

    private static void print(ShellConsole console, String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
