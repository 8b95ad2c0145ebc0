// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.launch.EquinoxFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;

/** In a framework of its own. */
class ConnectedTest {
    @TempDir
    Path folder;

    private Path plugins;
    private @Nullable Framework framework;

    @BeforeEach
    void oneBundle() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        bundle("one", "1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        Framework running = framework;
        if (running != null) {
            running.stop();
            running.waitForStop(10_000);
        }
    }

    @Test
    void aBundleHasItsJarsEntriesAndTheClassesOfTheOneLoader() throws Exception {
        start();

        Bundle one = installed("one");
        try (var in = one.getEntry("words.properties").openStream()) {
            assertEquals("of one", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertNull(one.getEntry("nothing.properties"));
        assertSame(Connected.class, one.loadClass(Connected.class.getName()));
    }

    @Test
    void theNextStartFindsTheBundlesAsTheyWere() throws Exception {
        start();
        long before = installed("one").getBundleId();
        stop();

        start();

        assertEquals(before, installed("one").getBundleId());
        assertTrue(Files.isDirectory(folder.resolve("the configuration")), "a blank stays a blank");
    }

    @Test
    void whatAnUpdateHasBroughtReplacesWhatWas() throws Exception {
        start();
        long before = installed("one").getBundleId();
        stop();
        Files.delete(plugins.resolve("one_1.0.0.jar"));
        bundle("one", "1.1.0");
        bundle("two", "1.0.0");

        start();

        assertNotEquals(before, installed("one").getBundleId());
        assertEquals("1.1.0", installed("one").getVersion().toString());
        assertNotNull(installed("two"));
    }

    private void bundle(String name, String version) throws IOException {
        Jars.write(
                plugins.resolve(name + "_" + version + ".jar"),
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", name,
                        "Bundle-Version", version),
                Map.of("words.properties", "of " + name));
    }

    private void start() throws Exception {
        Map<String, String> configuration =
                Map.of("osgi.configuration.area", Start.area(folder.resolve("the configuration")));
        Framework started = new EquinoxFactory().newFramework(configuration, new Connected(plugins));
        framework = started;
        started.init();
        Bundles.install(started.getBundleContext(), plugins);
        started.start();
    }

    private Bundle installed(String name) {
        Framework running = framework;
        assertNotNull(running);
        return Arrays.stream(running.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
