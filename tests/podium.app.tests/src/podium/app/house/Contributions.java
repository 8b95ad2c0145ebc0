// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds what the URIs of an application model point at. */
final class Contributions {
    private static final String CLASS_SCHEME = "bundleclass://";

    private Contributions() {}

    /**
     * The class of a {@code bundleclass://bundle/class}, loaded by that bundle, or plainly when the tests run outside
     * OSGi.
     *
     * @throws ClassNotFoundException when there is no such URI, bundle or class
     */
    static Class<?> load(@Nullable String uri) throws ClassNotFoundException {
        if (uri == null || !uri.startsWith(CLASS_SCHEME)) {
            throw new ClassNotFoundException("no " + CLASS_SCHEME + " URI: " + uri);
        }
        String[] parts = uri.substring(CLASS_SCHEME.length()).split("/");
        Bundle own = FrameworkUtil.getBundle(Contributions.class);
        if (own == null) {
            return Class.forName(parts[1], false, Contributions.class.getClassLoader());
        }
        return Arrays.stream(own.getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException("no bundle " + parts[0]))
                .loadClass(parts[1]);
    }
}
