// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.file.Home;
import podium.kubernetes.texts.Texts;

/**
 * Which kubeconfigs hold when none is named, as kubectl has it (client-go, tools/clientcmd/loader.go:
 * NewDefaultClientConfigLoadingRules): those that KUBECONFIG lists, each once; where it is not set or empty, the file in the
 * operator's home.
 *
 * @param environment of this process
 * @param home of the operator
 * @param account what a pod finds its service account in
 */
public record UsualKubeconfigs(Map<String, String> environment, Path home, ServiceAccount account) {
    private static final String VARIABLE = "KUBECONFIG";

    public UsualKubeconfigs {
        environment = Map.copyOf(environment);
    }

    /** Of this process. */
    public static UsualKubeconfigs ofProcess() {
        return new UsualKubeconfigs(
                System.getenv(), Home.folder(), new ServiceAccount(System.getenv(), ServiceAccount.FOLDER));
    }

    /** In the order of precedence; whether they are there is not asked. */
    public List<Path> files() {
        String given = environment.getOrDefault(VARIABLE, "");
        if (given.isEmpty()) {
            return List.of(home.resolve(".kube").resolve("config"));
        }
        Set<Path> files = new LinkedHashSet<>();
        for (String file : given.split(File.pathSeparator)) {
            if (!file.isEmpty()) {
                add(file, files);
            }
        }
        return List.copyOf(files);
    }

    private static void add(String file, Set<Path> files) {
        try {
            files.add(Path.of(file).toAbsolutePath());
        } catch (InvalidPathException e) {
            // no file can be called so: it is missing
        }
    }

    /** Where they are, in words. */
    public String words() {
        String given = environment.getOrDefault(VARIABLE, "");
        List<Path> files = files();
        return given.isEmpty()
                ? Files.exists(files.getFirst())
                        ? files.getFirst().toString()
                        : Texts.of("UsualKubeconfigs.notThere", files.getFirst())
                : VARIABLE + "=" + given;
    }
}
