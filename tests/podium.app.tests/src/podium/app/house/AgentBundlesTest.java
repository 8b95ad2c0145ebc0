// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The start script names every bundle that the agent needs: what it leaves out does not resolve, and the agent does not start. */
class AgentBundlesTest {
    private static final Pattern LIST = Pattern.compile("for name in ([^;]*); do");
    private static final Pattern STARTED = Pattern.compile("plugins/([\\w.]+)_\\*\\.jar");

    private final Map<String, Manifest> ours = Checkout.manifests("bundles");

    @Test
    void theStartScriptNamesWhatTheAgentNeeds() throws IOException {
        String script = Files.readString(Checkout.root().resolve("features/podium.platform.feature/root/unix/podium"));
        Matcher list = LIST.matcher(script);
        assertTrue(list.find());
        TreeSet<String> missing = new TreeSet<>();
        need("podium.agent", missing);
        missing.removeAll(List.of(list.group(1).replace("\\", " ").strip().split("\\s+")));
        Matcher started = STARTED.matcher(script);
        while (started.find()) {
            missing.remove(started.group(1));
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private void need(String bundle, TreeSet<String> needed) {
        Manifest manifest = ours.get(bundle);
        if (!needed.add(bundle) || manifest == null) {
            return;
        }
        required(manifest).forEach(name -> need(name, needed));
    }

    private static Stream<String> required(Manifest manifest) {
        return Checkout.clauses(manifest, "Require-Bundle").stream()
                .filter(clause -> !clause.contains("resolution:=optional"))
                .map(clause -> clause.split(";")[0].strip());
    }
}
