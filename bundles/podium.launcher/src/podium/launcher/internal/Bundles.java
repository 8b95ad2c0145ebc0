// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The bundles of the product in the framework. A bundle of Eclipse is otherwise activated by the first of its classes; the
 * JVM's loader does not tell of that, so each one with an activator is started, in an order that serves their needs.
 */
final class Bundles {
    static final int LAST_LEVEL = 5;

    /** What others need to start: first the services of the runtime, then components, then EMF with its registries. */
    private static final Map<String, Integer> LEVELS = Map.of(
            "org.eclipse.equinox.common", 1,
            "org.eclipse.core.jobs", 2,
            "org.eclipse.core.runtime", 2,
            "org.eclipse.equinox.registry", 2,
            "org.eclipse.equinox.preferences", 2,
            "org.eclipse.equinox.app", 2,
            "org.apache.felix.scr", 3,
            "org.eclipse.emf.common", 4,
            "org.eclipse.emf.ecore", 4);

    /** Weaves calls of ServiceLoader between loaders, of which there is one here. */
    private static final String NOT_NEEDED = "org.apache.aries.spifly.dynamic.bundle";

    private Bundles() {}

    /**
     * Has the framework hold just the bundles of a folder. It remembers those of the last start: as a rule nothing is to do.
     *
     * @throws BundleException when one cannot be installed or started
     */
    static void install(BundleContext context, Path plugins) throws IOException, BundleException {
        Set<String> wanted = files(plugins).stream()
                .map(file -> Connected.SCHEME + file)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Bundle> there = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID)
                .toList();
        if (there.stream().map(Bundle::getLocation).collect(Collectors.toSet()).equals(wanted)) {
            return;
        }
        for (Bundle old : there) {
            old.uninstall();
        }
        List<Bundle> installed = new ArrayList<>();
        for (String location : wanted) {
            installed.add(context.installBundle(location));
        }
        for (Bundle bundle : installed) {
            start(bundle);
        }
    }

    private static void start(Bundle bundle) throws BundleException {
        var headers = bundle.getHeaders("");
        if (headers.get(Constants.FRAGMENT_HOST) != null || NOT_NEEDED.equals(bundle.getSymbolicName())) {
            return;
        }
        bundle.adapt(BundleStartLevel.class).setStartLevel(LEVELS.getOrDefault(bundle.getSymbolicName(), LAST_LEVEL));
        bundle.start(headers.get(Constants.BUNDLE_ACTIVATOR) == null ? Bundle.START_ACTIVATION_POLICY : 0);
    }

    /** The jars that are bundles but not the framework itself, nor the launcher that this start does without. */
    static List<String> files(Path plugins) throws IOException {
        try (var files = Files.list(plugins)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .filter(name -> !name.startsWith("org.eclipse.osgi_"))
                    .filter(name -> !name.startsWith("org.eclipse.equinox.launcher"))
                    .sorted()
                    .toList();
        }
    }
}
