// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The operator's home, as kubectl has it (client-go, util/homedir/homedir.go): the environment says where it is. Java takes it from
 * the list of users instead, which may say otherwise.
 */
public final class Home {
    private Home() {}

    /** The folder. */
    public static Path folder() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return of(System.getenv(), windows, Path.of(System.getProperty("user.home", ".")));
    }

    /** @param listed the home in the list of users, where the environment says none */
    static Path of(Map<String, String> environment, boolean windows, Path listed) {
        String home = environment.getOrDefault("HOME", "");
        if (!windows) {
            return home.isEmpty() ? listed : Path.of(home);
        }
        String profile = environment.getOrDefault("USERPROFILE", "");
        String drive = environment.getOrDefault("HOMEDRIVE", "");
        String path = environment.getOrDefault("HOMEPATH", "");
        String share = drive.isEmpty() || path.isEmpty() ? "" : drive + path;
        return folders(home, share, profile)
                .filter(it -> Files.exists(it.resolve(".kube").resolve("config")))
                .findFirst()
                .or(() ->
                        folders(home, profile, share).filter(Files::isWritable).findFirst())
                .or(() -> folders(home, profile, share).filter(Files::exists).findFirst())
                .or(() -> folders(home, profile, share).findFirst())
                .orElse(listed);
    }

    /** A path as people write it: what is in the home begins with a tilde. */
    public static String shown(Path path) {
        Path home = folder();
        return path.startsWith(home) ? "~/" + home.relativize(path) : path.toString();
    }

    private static Stream<Path> folders(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).map(Path::of);
    }
}
