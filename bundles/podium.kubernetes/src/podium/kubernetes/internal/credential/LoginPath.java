// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.config.ExecPlugin;
import podium.kubernetes.internal.config.UserEntry;

/**
 * Where credential plugins are looked for. A program that a desktop menu starts has the PATH of the session, without what the
 * operator's login shell adds (Homebrew, a cloud's tools): where a plugin is not found, that shell is asked for its own, once, as
 * other consoles do. Nothing of a kubeconfig is run by it. Any thread but the window's.
 */
public final class LoginPath {
    private static final String MARK = "podium-path:";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 1 << 16;

    private final String own;
    private final String shell;
    private @Nullable String asked;

    /**
     * @param own PATH of this process
     * @param shell the operator's login shell; empty: none
     */
    public LoginPath(String own, String shell) {
        this.own = own;
        this.shell = shell;
    }

    /** Of this process. */
    public static LoginPath ofProcess() {
        return new LoginPath(SearchPath.ofProcess(), System.getenv().getOrDefault("SHELL", ""));
    }

    /** The PATH of this process; where the plugin of this user is not there but by that of the login shell, both. */
    public SearchPath of(UserEntry user) {
        if (!(user.proof() instanceof UserEntry.Plugin(ExecPlugin exec)) || PluginProgram.isThere(exec, own)) {
            return new SearchPath(own, Optional.empty());
        }
        String both = own.isEmpty() ? login() : own + File.pathSeparator + login();
        return !login().isEmpty() && PluginProgram.isThere(exec, both)
                ? new SearchPath(both, Optional.of(shell))
                : new SearchPath(own, Optional.empty());
    }

    private synchronized String login() {
        String known = asked;
        if (known == null) {
            known = ask();
            asked = known;
        }
        return known;
    }

    private String ask() {
        if (shell.isEmpty() || !Path.of(shell).isAbsolute() || !Files.isExecutable(Path.of(shell))) {
            return "";
        }
        List<String> command = List.of(shell, "-lc", "printf '\\n" + MARK + "%s\\n' \"$PATH\"");
        try {
            // a profile may greet before it
            return new String(new PluginRun(command, Map.of(), LONGEST, PATIENCE).output(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
