// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import podium.core.change.ClusterId;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.file.Workspace;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;

/**
 * Which sources are off and which were added, kept in a file; secrets are not in it. A file that cannot be read or written
 * costs its memory of the past only. Guarded by itself.
 */
final class MetricSourceSettings {
    /** System property that names the file. */
    static final String PROPERTY = "podium.sources";

    private static final int LARGEST = 1 << 22;
    private static final String OFF = "off ";
    private static final String ADDED = "prometheus ";
    private static final String TRUSTED = "namespace ";

    private final Optional<Path> file;
    private final Properties entries = new Properties();

    MetricSourceSettings(Optional<Path> file) {
        this.file = file;
        if (file.isPresent() && Files.isReadable(file.get())) {
            try {
                entries.load(new StringReader(PlainFiles.text(file.get(), LARGEST)));
            } catch (IOException | IllegalArgumentException e) {
                entries.clear();
            }
        }
    }

    /** The file told by {@link #PROPERTY}, else one in the Equinox instance area; empty without either. */
    static Optional<Path> location() {
        String told = System.getProperty(PROPERTY, "");
        if (!told.isBlank()) {
            return Optional.of(Path.of(told));
        }
        return Workspace.own("sources.properties");
    }

    synchronized boolean isOff(ClusterId cluster, String path) {
        return entries.containsKey(OFF + key(cluster, path))
                || untrusted(cluster, path).isPresent();
    }

    /** The namespace of a source whose pods nobody said may tell of devices; empty: they may. */
    synchronized Optional<String> untrusted(ClusterId cluster, String path) {
        return TrustedNamespaces.of(path)
                .filter(namespace -> !TrustedNamespaces.isKnown(namespace)
                        && !entries.containsKey(TRUSTED + key(cluster, namespace)));
    }

    /** Turning on a source of a namespace that is not trusted trusts all of that namespace. */
    synchronized void turn(ClusterId cluster, String path, boolean on) {
        if (on) {
            untrusted(cluster, path).ifPresent(namespace -> entries.setProperty(TRUSTED + key(cluster, namespace), ""));
            entries.remove(OFF + key(cluster, path));
        } else {
            entries.setProperty(OFF + key(cluster, path), "");
        }
        save();
    }

    /** The added servers of a cluster; one that was added with a password comes back without it. */
    synchronized List<PrometheusTarget> added(ClusterId cluster) {
        List<PrometheusTarget> targets = new ArrayList<>();
        String prefix = ADDED + key(cluster, "");
        for (String name : entries.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                target(name.substring(prefix.length()), entries.getProperty(name))
                        .ifPresent(targets::add);
            }
        }
        return targets;
    }

    synchronized void add(ClusterId cluster, PrometheusTarget target) {
        String auth =
                switch (target.auth()) {
                    case Auth.Basic basic -> "user=" + basic.user();
                    case Auth.BearerFile(Path tokens) -> "token=" + tokens;
                    default -> "";
                };
        String authority = target.authority().map(Path::toString).orElse("");
        entries.setProperty(ADDED + key(cluster, target.address().toString()), auth + "\n" + authority);
        save();
    }

    synchronized void remove(ClusterId cluster, String address) {
        entries.remove(ADDED + key(cluster, address));
        entries.remove(OFF + key(cluster, address));
        save();
    }

    private static Optional<PrometheusTarget> target(String address, String rest) {
        String[] lines = rest.split("\n", -1);
        Auth auth = lines[0].startsWith("user=")
                ? new Auth.Basic(lines[0].substring(5), "")
                : lines[0].startsWith("token=") ? new Auth.BearerFile(Path.of(lines[0].substring(6))) : new Auth.None();
        Optional<Path> authority =
                lines.length > 1 && !lines[1].isEmpty() ? Optional.of(Path.of(lines[1])) : Optional.empty();
        try {
            return Optional.of(new PrometheusTarget(PrometheusTarget.address(address), auth, authority));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String key(ClusterId cluster, String path) {
        return cluster.value() + " " + path;
    }

    private void save() {
        file.ifPresent(path -> {
            try {
                Path folder = path.toAbsolutePath().getParent();
                PrivateFiles.folders(folder);
                Path fresh = Files.createTempFile(folder, "sources", ".new");
                try (Writer writer = Files.newBufferedWriter(fresh)) {
                    entries.store(writer, "Podium: sources of metrics");
                }
                Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // it holds until this process ends
            }
        });
    }
}
