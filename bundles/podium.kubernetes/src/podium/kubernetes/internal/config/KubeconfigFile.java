// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import podium.core.port.KubeconfigException;

/** The file as YAML (or JSON): plain maps, lists and scalars; tags that would make objects are refused by the parser. */
final class KubeconfigFile {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int ALIASES = 50;

    private KubeconfigFile() {}

    static Fields read(Path path) throws KubeconfigException {
        Object root;
        try {
            root = new Load(LoadSettings.builder()
                            .setLabel(path.toString())
                            .setAllowDuplicateKeys(true)
                            .setMaxAliasesForCollections(ALIASES)
                            .setCodePointLimit(LARGEST)
                            .build())
                    .loadFromInputStream(new ByteArrayInputStream(bytes(path)));
        } catch (MarkedYamlEngineException e) {
            throw problem(
                    path,
                    e.getProblemMark().map(KubeconfigFile::place).orElse("") + "is not YAML: "
                            + String.valueOf(e.getProblem()),
                    "Correct it there, or write the file again with kubectl config view --raw.");
        } catch (YamlEngineException | StackOverflowError e) {
            throw problem(
                    path,
                    "is not YAML: " + String.valueOf(e.getMessage()),
                    "Write the file again with kubectl config view --raw.");
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw problem(
                    path,
                    root == null ? "is empty" : "is not a kubeconfig: its top is not a mapping",
                    "A kubeconfig has clusters, users and contexts.");
        }
        return new Fields(path, "", map);
    }

    private static byte[] bytes(Path path) throws KubeconfigException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw problem(path, "is larger than 16 MiB", "Give the kubeconfig itself.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw problem(path, "does not exist", "Check the path.");
        } catch (IOException e) {
            throw problem(path, "cannot be read: " + e.getMessage(), "Check its permissions.");
        }
    }

    private static String place(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + " ";
    }

    static KubeconfigException problem(Path path, String what, String cure) {
        return new KubeconfigException(path + ": " + what + ". " + cure);
    }
}
