// SPDX-License-Identifier: Apache-2.0
package podium.launcher.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.connect.FrameworkUtilHelper;

/**
 * Prepares what {@link Start} starts from: one unsigned jar with the classes of all bundles, and the framework's own without
 * its signature (the JVM puts no class of a signed jar into an AOT cache), in folder {@value #FOLDER} of the product.
 */
public final class ClassesJar {
    /** The folder in the product's. */
    static final String FOLDER = "start";

    /** The table of which bundle a class is of, beside {@link BundleOwners}: a bundle's file and its packages or classes. */
    static final String OWNERS = "owners";

    private static final String SERVICES = "META-INF/services/";
    private static final String CLASS = ".class";

    /** Where the version of a class file is, the minor one before the major one, two bytes each (JVMS 4.1). */
    private static final int VERSION = 4;

    private static final int JAVA_6 = 50;

    private final Path plugins;
    private final Path folder;
    private final Set<String> written = new HashSet<>();
    private final Map<String, ByteArrayOutputStream> services = new TreeMap<>();
    private final Map<String, Set<String>> packages = new TreeMap<>();
    private final Map<String, List<String>> holders = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();

    private ClassesJar(Path plugins, Path folder) {
        this.plugins = plugins;
        this.folder = folder;
    }

    /**
     * @param arguments the folder of the product
     * @throws IOException when a bundle cannot be read or the folder cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path product = Path.of(arguments[0]);
        prepare(product.resolve("plugins"), Files.createDirectories(product.resolve(FOLDER)));
    }

    /** Writes {@code framework.jar}, {@code classes.jar} and, beside them, SWT's native libraries. */
    static void prepare(Path plugins, Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(plugins, "org.eclipse.osgi_*.jar")) {
            for (Path framework : files) {
                unsigned(framework, folder.resolve("framework.jar"));
            }
        }
        new ClassesJar(plugins, folder).write(folder.resolve("classes.jar"));
    }

    private static void unsigned(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile(), false)) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getEntries().clear();
            try (JarOutputStream out = output(to, manifest)) {
                for (JarEntry entry : kept(jar)) {
                    put(out, entry.getName(), jar.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private void write(Path to) throws IOException {
        List<String> files = Bundles.files(plugins);
        try (JarOutputStream out = output(to, manifest(files))) {
            for (String file : files) {
                try (JarFile jar = new JarFile(plugins.resolve(file).toFile(), false)) {
                    copy(file, jar, out);
                }
            }
            services.computeIfAbsent(SERVICES + FrameworkUtilHelper.class.getName(), _ -> new ByteArrayOutputStream())
                    .writeBytes(BundleOwners.class.getName().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, ByteArrayOutputStream> service : services.entrySet()) {
                put(out, service.getKey(), service.getValue().toByteArray());
            }
            put(out, BundleOwners.class.getPackageName().replace('.', '/') + "/" + OWNERS, owners());
        }
    }

    private void copy(String file, JarFile jar, JarOutputStream out) throws IOException {
        for (JarEntry entry : kept(jar)) {
            String name = entry.getName();
            byte[] bytes = jar.getInputStream(entry).readAllBytes();
            if (name.endsWith(CLASS)) {
                lift(bytes);
            }
            if (name.startsWith(SERVICES)) {
                ByteArrayOutputStream service = services.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
                service.writeBytes(bytes);
                service.write('\n');
            } else if (name.indexOf('/') < 0 && name.endsWith(".so")) {
                Files.write(folder.resolve(name), bytes);
            } else if (written.add(name)) {
                put(out, name, bytes);
                own(file, name);
            }
        }
    }

    /**
     * An AOT cache takes no class, nor those that extend it, of a version before {@value #JAVA_6}: the parser of style sheets
     * among them. Of that version and without the frames it brought, the JVM verifies a class as it did before (JVMS 4.10).
     */
    static void lift(byte[] type) {
        ByteBuffer file = ByteBuffer.wrap(type);
        if (file.limit() >= VERSION + Integer.BYTES && file.getShort(VERSION + 2) < JAVA_6) {
            file.putInt(VERSION, JAVA_6);
        }
    }

    private void own(String file, String name) {
        if (!name.endsWith(CLASS) || name.startsWith("META-INF/") || name.indexOf('/') < 0) {
            return;
        }
        String type = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
        String home = type.substring(0, type.lastIndexOf('.'));
        if (packages.computeIfAbsent(file, _ -> new TreeSet<>()).add(home)) {
            holders.computeIfAbsent(home, _ -> new ArrayList<>()).add(file);
        }
        if (type.indexOf('$') < 0) {
            classes.computeIfAbsent(file + " " + home, _ -> new TreeSet<>()).add(type);
        }
    }

    /** A package of one bundle by its name; of a package that several share, the classes. */
    private byte[] owners() {
        StringBuilder table = new StringBuilder();
        packages.forEach((file, homes) -> {
            table.append(file);
            for (String home : homes) {
                if (holders.getOrDefault(home, List.of()).size() == 1) {
                    table.append(' ').append(home);
                } else {
                    classes.getOrDefault(file + " " + home, Set.of())
                            .forEach(type -> table.append(' ').append(type));
                }
            }
            table.append('\n');
        });
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With what SWT looks for in the manifest of its jar: the platform its library is for. */
    private Manifest manifest(List<String> files) throws IOException {
        Manifest manifest = new Manifest();
        Attributes all = manifest.getMainAttributes();
        all.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        all.put(Attributes.Name.MULTI_RELEASE, "true");
        for (String file : files) {
            try (JarFile jar = new JarFile(plugins.resolve(file).toFile(), false)) {
                Manifest of = jar.getManifest();
                if (of != null) {
                    of.getMainAttributes().forEach((name, value) -> {
                        if (name.toString().startsWith("SWT-")) {
                            all.put(name, value);
                        }
                    });
                }
            }
        }
        return manifest;
    }

    /** All but the manifest and the signature, which are of the whole jar. */
    private static List<JarEntry> kept(JarFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME) && !signature(entry.getName()))
                .toList();
    }

    private static boolean signature(String name) {
        return name.startsWith("META-INF/") && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA"));
    }

    /** Not compressed: it is read at each start. */
    private static JarOutputStream output(Path to, Manifest manifest) throws IOException {
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest);
        out.setLevel(0);
        return out;
    }

    private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
