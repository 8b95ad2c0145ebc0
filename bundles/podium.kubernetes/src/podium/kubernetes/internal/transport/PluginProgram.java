// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

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

/**
 * The program a plugin's command stands for, with what is in it: what the operator's agreement is bound to.
 *
 * @param hash SHA-256 of its bytes, hexadecimal
 */
record PluginProgram(Path path, String hash) {

    /** Finds the program as client-go does: a command with a slash relative to the kubeconfig, else in the search path. */
    static PluginProgram find(ExecPlugin plugin, String searchPath) throws IOException {
        Path path = locate(plugin, searchPath)
                .orElseThrow(() -> new CredentialException(
                        "The credential plugin " + plugin.command() + " is not installed.",
                        plugin.installHint().isEmpty()
                                ? "Install it, or correct exec/command in the kubeconfig."
                                : plugin.installHint()));
        return new PluginProgram(path, hash(path));
    }

    private static Optional<Path> locate(ExecPlugin plugin, String searchPath) {
        String command = plugin.command();
        if (command.contains("/") || command.contains(File.separator)) {
            Path path = plugin.folder().resolve(command).normalize();
            return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
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
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
