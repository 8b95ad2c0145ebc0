// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import podium.simulator.internal.json.Json;

/** A shell in a container of the simulated fleet: lines, pipes, and the programs of {@link ShellPrograms}. One thread. */
final class ContainerShell {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
    /** Where output goes instead; there are no files. */
    private static final Pattern REDIRECTION = Pattern.compile("[12]?>>?(/dev/null|&[12])");

    /** What comes before a script: {@code -c}, also together with others, as {@code -lc}. */
    private static final Pattern SCRIPT = Pattern.compile("-[a-z]*c[a-z]*");

    private static final int NO_ROOT = 125;
    private static final int NOT_FOUND = 127;
    private static final int INTERRUPTED = 130;

    private static final String PROCESSES = "ps";

    private final JsonNode pod;
    private final ContainerProcesses processes;
    private final ShellPrograms programs;
    private final Map<String, String> variables;
    private List<String> shell = List.of();
    private boolean terminal;
    private boolean over;

    ContainerShell(JsonNode pod, JsonNode container, ContainerTools tools, ContainerFiles files, Clock clock) {
        this.pod = pod;
        this.variables = variables(pod, container);
        this.processes = new ContainerProcesses(pod, container, clock);
        this.programs = new ShellPrograms(pod, tools, files, variables, clock);
    }

    private static Map<String, String> variables(JsonNode pod, JsonNode container) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/nvidia/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        variables.put("HOSTNAME", Json.name(pod));
        variables.put("KUBERNETES_SERVICE_HOST", "10.96.0.1");
        variables.put("KUBERNETES_SERVICE_PORT", "443");
        for (JsonNode variable : Json.at(container, "env")) {
            String path = Json.text(variable, "valueFrom", "fieldRef", "fieldPath");
            if (variable.has("value") || !path.isEmpty()) {
                variables.put(
                        Json.text(variable, "name"), path.isEmpty() ? Json.text(variable, "value") : field(pod, path));
            }
        }
        variables.put("HOME", "/root");
        return variables;
    }

    /** A field of the pod by its path, as {@code spec.nodeName} or {@code metadata.labels['app']}. */
    private static String field(JsonNode pod, String path) {
        int key = path.indexOf("['");
        return key < 0
                ? Json.text(pod, path.split("\\."))
                : Json.text(
                        Json.at(pod, path.substring(0, key).split("\\.")), path.substring(key + 2, path.length() - 2));
    }

    /** Whether a command can be started here. */
    boolean knows(String program) {
        return SHELLS.contains(base(program))
                || base(program).equals(PROCESSES)
                || base(program).equals("chroot") && HostRoot.has(pod)
                || programs.knows(base(program));
    }

    private static String base(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    /** Runs a command to its end: its exit code. */
    int run(List<String> command, ShellConsole console) throws IOException {
        terminal |= console.terminal();
        if (!SHELLS.contains(base(command.getFirst()))) {
            return program(command, console);
        }
        shell = command;
        int flag = IntStream.range(1, command.size())
                .filter(i -> SCRIPT.matcher(command.get(i)).matches())
                .findFirst()
                .orElse(-1);
        for (int i = flag + 2; flag > 0 && i < command.size(); i++) {
            variables.put(Integer.toString(i - flag - 2), command.get(i));
        }
        return flag > 0 && flag + 1 < command.size()
                ? lines(command.get(flag + 1).lines().toList(), console)
                : interactive(console);
    }

    private int interactive(ShellConsole console) throws IOException {
        BufferedReader typed = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8), 1);
        int code = 0;
        while (!over) {
            if (console.terminal()) {
                print(console.out(), "root@" + Json.name(pod) + ":/# ");
            }
            try {
                String line = typed.readLine();
                if (line == null) {
                    print(console.out(), console.terminal() ? "exit\n" : "");
                    return code;
                }
                code = lines(List.of(line), console);
            } catch (InterruptedIOException e) {
                code = INTERRUPTED;
            }
        }
        return code;
    }

    private int lines(List<String> lines, ShellConsole console) throws IOException {
        int code = 0;
        for (String line : lines) {
            code = line(ShellWords.of(line, variables), console);
            variables.put("?", Integer.toString(code));
            if (over) {
                break;
            }
        }
        return code;
    }

    private int line(List<ShellWords.Word> words, ShellConsole console) throws IOException {
        int code = 0;
        boolean wanted = true;
        List<List<String>> pipe = new ArrayList<>(List.of(new ArrayList<>()));
        List<ShellWords.Word> all = new ArrayList<>(words);
        all.add(new ShellWords.Word(";", true));
        for (ShellWords.Word word : all) {
            if (!word.operator()) {
                if (!REDIRECTION.matcher(word.text()).matches()) {
                    pipe.getLast().add(word.text());
                }
            } else if (word.text().equals("|")) {
                pipe.add(new ArrayList<>());
            } else {
                if (wanted && !pipe.getLast().isEmpty() && !over) {
                    code = pipe(pipe, console);
                }
                wanted = switch (word.text()) {
                    case "&&" -> wanted && code == 0;
                    case "||" -> wanted && code != 0;
                    default -> true;
                };
                pipe = new ArrayList<>(List.of(new ArrayList<>()));
            }
        }
        return code;
    }

    private int pipe(List<List<String>> commands, ShellConsole console) throws IOException {
        InputStream in = console.in();
        for (List<String> command : commands.subList(0, commands.size() - 1)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            program(command, console.with(in, out));
            in = new ByteArrayInputStream(out.toByteArray());
        }
        return program(commands.getLast(), commands.size() == 1 ? console : console.with(in, console.out()));
    }

    private int program(List<String> command, ShellConsole console) throws IOException {
        if (command.isEmpty()) {
            return 0;
        }
        String name = base(command.getFirst());
        if (name.equals("exit")) {
            over = true;
            return command.size() > 1 ? Integer.parseInt("0" + command.get(1).replaceAll("\\D", "")) & 0xFF : 0;
        }
        if (name.equals("exec")) {
            int code = program(command.subList(1, command.size()), console);
            over = true;
            return code;
        }
        if (name.equals("command")) {
            return knows(command.getLast()) ? 0 : 1;
        }
        if (SHELLS.contains(name)) {
            return run(command, console);
        }
        if (name.equals("chroot")) {
            return changedRoot(command.subList(1, command.size()), console);
        }
        if (name.equals(PROCESSES)) {
            print(console.out(), processes.print(command.subList(1, command.size()), shell, terminal));
            return 0;
        }
        try {
            if (programs.knows(name)) {
                return programs.run(name, command.subList(1, command.size()), console);
            }
        } catch (InterruptedException e) {
            return INTERRUPTED;
        }
        print(console.err(), "sh: 1: " + command.getFirst() + ": not found\n");
        return NOT_FOUND;
    }

    /** The node's own programs, where its root is among the files (chroot(1)). */
    private int changedRoot(List<String> arguments, ShellConsole console) throws IOException {
        String root = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!HostRoot.at(pod).filter(root::equals).isPresent()) {
            print(console.err(), "chroot: cannot change root directory to '" + root + "': No such file or directory\n");
            return NO_ROOT;
        }
        if (arguments.size() > 1) {
            return program(arguments.subList(1, arguments.size()), console);
        }
        int code = interactive(console);
        over = false;
        return code;
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
