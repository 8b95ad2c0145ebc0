// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.connect.ConnectModule;
import org.osgi.framework.connect.ModuleConnector;

/** Finds the bundles of this start: location {@code connect:FILE} is that file of the product's plugins. */
@NonNullByDefault({}) // as the interface, which says nothing of null
final class Connected implements ModuleConnector {
    static final String SCHEME = "connect:";

    private final Path plugins;

    Connected(Path plugins) {
        this.plugins = plugins;
    }

    @Override
    public void initialize(File storage, Map<String, String> configuration) {}

    @Override
    public Optional<ConnectModule> connect(String location) {
        if (!location.startsWith(SCHEME)) {
            return Optional.empty();
        }
        BundleJar content = new BundleJar(plugins.resolve(location.substring(SCHEME.length())));
        return Optional.of(() -> content);
    }

    @Override
    public Optional<BundleActivator> newBundleActivator() {
        return Optional.empty();
    }
}
