// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Says of a class which bundle it is of, where its loader cannot: what {@code FrameworkUtil.getBundle} asks. By the table
 * that {@link ClassesJar} has written; found through {@code META-INF/services}.
 */
@NonNullByDefault({}) // as the interface, which says nothing of null
public final class BundleOwners implements FrameworkUtilHelper {
    private static volatile @Nullable BundleOwners known;

    private final Map<String, Bundle> byName = new HashMap<>();

    /** Made by the framework, which asks through it what {@link #of} has found. */
    public BundleOwners() {}

    static void of(BundleContext context) {
        Map<String, Bundle> byFile = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            byFile.put(bundle.getLocation(), bundle);
        }
        BundleOwners owners = new BundleOwners();
        InputStream table = BundleOwners.class.getResourceAsStream(ClassesJar.OWNERS);
        if (table == null) {
            throw new IllegalStateException(
                    "the classes of the console were not prepared by " + ClassesJar.class.getName());
        }
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                Bundle bundle = byFile.get(Connected.SCHEME + words[0]);
                for (int i = 1; bundle != null && i < words.length; i++) {
                    owners.byName.put(words[i], bundle);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known = owners;
    }

    @Override
    public Optional<Bundle> getBundle(Class<?> type) {
        BundleOwners owners = known;
        if (owners == null) {
            return Optional.empty();
        }
        Class<?> outermost = type;
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        Bundle ofClass = owners.byName.get(outermost.getName());
        return Optional.ofNullable(ofClass != null ? ofClass : owners.byName.get(type.getPackageName()));
    }
}
