// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The programs that work with files: those that {@code kubectl cp} starts (kubectl pkg/cmd/cp/cp.go: {@code tar cf -},
 * {@code test -d}, {@code tar -xmf -}), and {@code ls}.
 */
record FilePrograms(ContainerFiles files) {
    static final Set<String> NAMES = Set.of("tar", "test", "ls");

    int run(String name, List<String> arguments, ShellConsole console) throws IOException {
        List<String> words =
                arguments.stream().filter(word -> !word.startsWith("-")).toList();
        return switch (name) {
            case "test" ->
                !words.isEmpty()
                                && (arguments.contains("-d")
                                        ? files.isFolder(words.getLast())
                                        : exists(words.getLast()))
                        ? 0
                        : 1;
            case "ls" -> list(words.isEmpty() ? "/" : words.getFirst(), flags(arguments), console);
            default -> tar(arguments, console);
        };
    }

    private boolean exists(String path) {
        return files.isFolder(path) || files.file(path).isPresent();
    }

    private static String flags(List<String> arguments) {
        return arguments.stream().filter(word -> word.startsWith("-")).collect(Collectors.joining());
    }

    private int list(String path, String flags, ShellConsole console) throws IOException {
        if (!exists(path)) {
            print(console.err(), "ls: cannot access '" + path + "': No such file or directory\n");
            return 2;
        }
        List<String> names = files.isFolder(path) ? new ArrayList<>(files.names(path)) : List.of(path);
        if (flags.contains("p") && files.isFolder(path)) {
            names.replaceAll(name -> files.isFolder(path + "/" + name) ? name + "/" : name);
        }
        String between = flags.contains("1") ? "\n" : "  ";
        print(console.out(), names.isEmpty() ? "" : String.join(between, names) + "\n");
        return 0;
    }

    private int tar(List<String> arguments, ShellConsole console) throws IOException {
        boolean unpack = false;
        String folder = "/";
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("-C") && i + 1 < arguments.size()) {
                folder = arguments.get(++i);
            } else if (i == 0 || word.startsWith("-") && word.length() > 1 && !word.startsWith("--")) {
                unpack |= word.contains("x");
                // the name of the archive, which is always the standard stream here
                i += word.endsWith("f") ? 1 : 0;
            } else if (!word.startsWith("-")) {
                paths.add(word);
            }
        }
        try {
            return unpack ? unpack(folder, console) : pack(folder, paths, console);
        } catch (IOException e) {
            print(console.err(), "tar: " + e.getMessage() + "\n");
            return 2;
        }
    }

    private int unpack(String folder, ShellConsole console) throws IOException {
        for (Optional<TarArchive.Entry> next = TarArchive.read(console.in());
                next.isPresent();
                next = TarArchive.read(console.in())) {
            TarArchive.Entry entry = next.get();
            String path = folder + "/" + entry.name();
            if (entry.link().isEmpty()) {
                files.put(path, entry.folder(), entry.bytes());
            } else {
                files.link(path, entry.link());
            }
        }
        return 0;
    }

    private int pack(String folder, List<String> paths, ShellConsole console) throws IOException {
        int code = 0;
        for (String path : paths) {
            String from = path.startsWith("/") ? path : folder + "/" + path;
            Map<String, byte[]> found = files.below(from);
            if (found.isEmpty()) {
                print(console.err(), "tar: " + path + ": Cannot stat: No such file or directory\n");
                code = 2;
            }
            String root = ContainerFiles.absolute(from);
            if (path.startsWith("/")) {
                print(console.err(), "tar: Removing leading `/' from member names\n");
            }
            String shown = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
            for (Map.Entry<String, byte[]> file : found.entrySet()) {
                String name = shown + file.getKey().substring(root.equals("/") ? 0 : root.length());
                TarArchive.write(
                        console.out(),
                        new TarArchive.Entry(
                                name,
                                file.getKey().endsWith("/"),
                                file.getValue(),
                                files.link(file.getKey()).orElse("")));
            }
        }
        TarArchive.end(console.out());
        if (code != 0) {
            print(console.err(), "tar: Exiting with failure status due to previous errors\n");
        }
        return code;
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
