// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a container: a few that every one has, and what was copied into it while this server runs. Any thread. */
final class ContainerFiles {
    private static final int MOST_LINKS = 8;
    private static final long MOST = 64L * 1024 * 1024;
    private static final List<String> FOLDERS = List.of(
            "bin", "data", "dev", "etc", "home", "lib", "proc", "root", "sys", "tmp", "usr", "var", "workspace");

    /** Bytes by absolute path; of folders none, and their path ends with a slash. */
    private final SortedMap<String, byte[]> all = new TreeMap<>();
    /** Where symbolic links lead, by absolute path; there is an empty file for each. */
    private final Map<String, String> links = new HashMap<>();

    ContainerFiles(String host) {
        FOLDERS.forEach(folder -> all.put("/" + folder + "/", new byte[0]));
        all.put("/etc/hostname", (host + "\n").getBytes(StandardCharsets.UTF_8));
        all.put(
                "/etc/os-release",
                "NAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nID=ubuntu\n".getBytes(StandardCharsets.UTF_8));
        all.put("/workspace/train.py", "# the program of this container\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A path from the root, without dots. */
    static String absolute(String path) {
        StringBuilder out = new StringBuilder();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            } else if (!step.isEmpty() && !step.equals(".")) {
                out.append('/').append(step);
            }
        }
        return out.isEmpty() ? "/" : out.toString();
    }

    private static String folder(String path) {
        String absolute = absolute(path);
        return absolute.equals("/") ? "/" : absolute + "/";
    }

    synchronized boolean isFolder(String path) {
        return isFolderItself(followed(path));
    }

    private boolean isFolderItself(String path) {
        return !all.tailMap(folder(path)).isEmpty()
                && all.tailMap(folder(path)).firstKey().startsWith(folder(path));
    }

    synchronized Optional<byte[]> file(String path) {
        return Optional.ofNullable(all.get(followed(path)));
    }

    /** Where the symbolic link at a path leads, as it is written; empty: there is none. */
    synchronized Optional<String> link(String path) {
        return Optional.ofNullable(links.get(absolute(path)));
    }

    private String followed(String path) {
        String at = absolute(path);
        for (int i = 0; i < MOST_LINKS && links.containsKey(at); i++) {
            String to = links.get(at);
            at = absolute(to.startsWith("/") ? to : at.substring(0, at.lastIndexOf('/') + 1) + to);
        }
        return at;
    }

    /** A file or link, or a folder and all that is in it, by absolute path; none: there is nothing. */
    synchronized Map<String, byte[]> below(String path) {
        Map<String, byte[]> found = new TreeMap<>();
        byte[] itself = all.get(absolute(path));
        if (itself != null) {
            found.put(absolute(path), itself);
        }
        if (isFolderItself(path)) {
            found.put(folder(path), new byte[0]);
        }
        all.tailMap(folder(path)).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder(path)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** What is directly in a folder. */
    synchronized List<String> names(String path) {
        String start = folder(followed(path));
        return below(start).keySet().stream()
                .filter(name -> name.startsWith(start) && !name.equals(start))
                .map(name -> name.substring(start.length()).replaceFirst("/.*", ""))
                .distinct()
                .toList();
    }

    synchronized void put(String path, boolean isFolder, byte[] bytes) throws IOException {
        long used = all.values().stream().mapToLong(some -> some.length).sum();
        if (used + bytes.length > MOST) {
            throw new IOException("No space left on device");
        }
        all.put(isFolder ? folder(path) : absolute(path), bytes);
        links.remove(absolute(path));
    }

    synchronized void link(String path, String target) throws IOException {
        put(path, false, new byte[0]);
        links.put(absolute(path), target);
    }
}
