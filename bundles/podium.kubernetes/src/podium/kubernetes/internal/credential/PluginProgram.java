// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.RegularFile;
import podium.kubernetes.texts.Texts;

/**
 * The program a plugin's command stands for, with what is in it: what the operator's agreement is bound to.
 *
 * @param path as it was found. It is started by this name, not by that behind its links: a program that is many (busybox,
 *     snap) looks at how it was called
 * @param real where the links lead
 * @param hash SHA-256 of its bytes, hexadecimal
 */
public record PluginProgram(Path path, Path real, String hash) {
    /** It is read at each run: a sparse file of a terabyte would take an hour. */
    private static final long LARGEST = 1L << 30;

    /** Finds the program as client-go does: a command with a slash relative to the kubeconfig, else in the search path. */
    public static PluginProgram find(ExecPlugin plugin, String searchPath) throws IOException {
        Path path = locate(plugin, searchPath)
                .orElseThrow(() -> new CredentialException(
                        Texts.of("PluginProgram.theCredentialPluginIsNotInstalled", plugin.command()),
                        plugin.installHint().isEmpty()
                                ? Texts.of("PluginProgram.installItOrCorrect")
                                : plugin.installHint()));
        try {
            Path real = path.toRealPath();
            RegularFile.check(real);
            if (Files.size(real) > LARGEST) {
                throw new CredentialException(
                        Texts.of("PluginProgram.theCredentialPluginIsToo", path),
                        Texts.of("PluginProgram.correctExecCommand"));
            }
            return new PluginProgram(path, real, hash(real));
        } catch (CredentialException e) {
            throw e;
        } catch (IOException e) {
            throw new CredentialException(
                    Texts.of("PluginProgram.theCredentialPluginCannot", path),
                    Texts.of("PluginProgram.itIsReadBeforeItIsRun"));
        }
    }

    /** Whether there is a program for it. */
    static boolean isThere(ExecPlugin plugin, String searchPath) {
        return locate(plugin, searchPath).isPresent();
    }

    private static Optional<Path> locate(ExecPlugin plugin, String searchPath) {
        String command = plugin.command();
        if (command.contains("/") || command.contains(File.separator)) {
            Path path = plugin.folder().resolve(command).normalize();
            return Files.isRegularFile(path) && Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
        }
        List<String> suffixes = File.separatorChar == '\\' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");
        for (String folder : searchPath.split(File.pathSeparator)) {
            for (String suffix : suffixes) {
                Path path = Path.of(folder).resolve(command + suffix);
                // a relative folder in PATH would make the program depend on where the console was started
                if (path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    private static String hash(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = digest();
            byte[] buffer = new byte[64 * 1024];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }

    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
