// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.connect.ConnectContent;

/** A bundle whose entries are its jar's and whose classes the JVM's own loader has. Safe for use by many threads. */
@NonNullByDefault({}) // as the interface, which says nothing of null
final class BundleJar implements ConnectContent {
    private final Path path;
    private @Nullable JarFile jar;

    BundleJar(Path path) {
        this.path = path;
    }

    /** The framework reads them from the manifest, and only when it does not know them yet. */
    @Override
    public Optional<Map<String, String>> getHeaders() {
        return Optional.empty();
    }

    @Override
    public Iterable<String> getEntries() throws IOException {
        JarFile from = opened();
        return () -> from.stream().map(JarEntry::getName).iterator();
    }

    @Override
    public Optional<ConnectEntry> getEntry(String name) {
        try {
            JarFile from = opened();
            return Optional.ofNullable(from.getJarEntry(name)).map(entry -> new Entry(from, entry));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ClassLoader> getClassLoader() {
        return Optional.of(BundleJar.class.getClassLoader());
    }

    /** Nothing: most bundles are never asked for an entry, so a jar is opened with the first. */
    @Override
    public void open() {}

    @Override
    public synchronized void close() throws IOException {
        JarFile open = jar;
        jar = null;
        if (open != null) {
            open.close();
        }
    }

    private synchronized JarFile opened() throws IOException {
        JarFile open = jar;
        if (open == null) {
            open = new JarFile(path.toFile(), false);
            jar = open;
        }
        return open;
    }

    private record Entry(JarFile jar, JarEntry entry) implements ConnectEntry {
        @Override
        public String getName() {
            return entry.getName();
        }

        @Override
        public long getContentLength() {
            return entry.getSize();
        }

        @Override
        public long getLastModified() {
            return entry.getTime();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return jar.getInputStream(entry);
        }
    }
}
